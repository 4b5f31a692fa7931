package io.assay.core.asset;

/// What a text turns out to be where an address is looked for.
public sealed interface AddressCheck permits Address, AddressCheck.Rejected {
  /// No address.
  record Rejected(Fault fault) implements AddressCheck {}

  /// Why a text is no address.
  enum Fault {
    /// Nothing of the chain's forms.
    FORM,
    /// Too long or too short.
    LENGTH,
    /// A character that the alphabet lacks.
    LETTER,
    /// The checksum does not hold: mistyped, or made up.
    CHECKSUM,
    /// All letters of one case where case is part of the value: shouted, it is another text.
    CASE,
    /// Sound, but of another chain or for another purpose.
    KIND,
    /// Sound, but of a test network.
    NETWORK,
    /// Sound, but nobody's: zero, a burn address, an example.
    PLACEHOLDER
  }

  static AddressCheck rejected(Fault fault) {
    return new Rejected(fault);
  }
}
