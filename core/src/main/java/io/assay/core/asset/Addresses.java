package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.codec.Base58;
import io.assay.core.codec.Eip55;
import io.assay.core.text.Letters;
import java.util.Locale;

/// Tells addresses from other texts, chain by chain. Main networks only. Never repairs: what is
/// mistyped or shouted is rejected by name.
public final class Addresses {
  private static final int SHORTEST_KEY = 32;
  private static final int LONGEST_KEY = 44;
  private static final int CLASSIC_LEAST = 25;
  private static final int CLASSIC_MOST = 35;
  private static final int TRON_LENGTH = 34;
  private static final int EXTENDED_LENGTH = 47;
  private static final int FINGERPRINT = 44;
  private static final int BYRON_LEAST = 58;

  private Addresses() {}

  /// What the text is on one chain.
  public static AddressCheck check(Chain chain, String text) {
    return switch (chain) {
      case EVM,
          ETHEREUM,
          BSC,
          BASE,
          ARBITRUM,
          POLYGON,
          AVALANCHE,
          OPTIMISM,
          FANTOM,
          CRONOS,
          LINEA,
          BLAST,
          SONIC,
          HYPEREVM,
          PULSECHAIN ->
          evm(chain, text);
      case SOLANA -> solana(text);
      case BITCOIN, LITECOIN, DOGECOIN, TRON -> ClassicForm.check(chain, text);
      case XRP -> RippleForm.check(text);
      case CARDANO -> CardanoForm.check(text);
      case TON -> TonForm.check(text);
      case SUI, APTOS -> MoveForm.check(chain, text);
    };
  }

  /// What the text is on the chain that its form tells. 64 hex digits tell none: most are the
  /// hashes of transactions. Sui and Aptos write alike; a coin named as its module, in capitals, is
  /// Sui's, whose rules demand it.
  public static AddressCheck recognise(String text) {
    int length = text.length();
    if (length < CLASSIC_LEAST && text.indexOf(':') < 0) {
      return AddressCheck.rejected(Fault.FORM);
    }
    if (text.startsWith("0x")) {
      return text.indexOf(':') > 0 ? check(MoveForm.chain(text), text) : evm(Chain.EVM, text);
    }
    if (TonForm.isForm(text)) {
      return TonForm.check(text);
    }
    AddressCheck first = byFirstLetters(text);
    boolean key = length >= SHORTEST_KEY && length <= LONGEST_KEY;
    if (!(first instanceof Address) && key && solana(text) instanceof Address account) {
      return account;
    }
    return first;
  }

  private static AddressCheck byFirstLetters(String text) {
    int length = text.length();
    boolean classic = length >= CLASSIC_LEAST && length <= CLASSIC_MOST;
    return switch (text.charAt(0)) {
      case 'b', 'B' -> ClassicForm.check(Chain.BITCOIN, text);
      case 'l' -> ClassicForm.check(Chain.LITECOIN, text);
      case '1', '3' -> classic ? ClassicForm.check(Chain.BITCOIN, text) : solana(text);
      case 'L' -> classic || text.startsWith("LTC1") ? litecoin(text) : solana(text);
      case 'M' -> classic ? litecoin(text) : solana(text);
      case 'A', 'D', '9' -> dogecoinOrByron(text, classic);
      case 'T' -> length == TRON_LENGTH ? ClassicForm.check(Chain.TRON, text) : solana(text);
      case 'r' -> classic ? RippleForm.check(text) : solana(text);
      case 'X' -> length == EXTENDED_LENGTH ? RippleForm.check(text) : solana(text);
      case 'a', 's' ->
          text.indexOf('1') > 0 && length >= FINGERPRINT ? CardanoForm.check(text) : solana(text);
      default -> solana(text);
    };
  }

  private static AddressCheck litecoin(String text) {
    return ClassicForm.check(Chain.LITECOIN, text);
  }

  private static AddressCheck dogecoinOrByron(String text, boolean classic) {
    if (text.length() >= BYRON_LEAST) {
      return CardanoForm.check(text);
    }
    return classic ? ClassicForm.check(Chain.DOGECOIN, text) : solana(text);
  }

  private static AddressCheck evm(Chain chain, String text) {
    if (text.length() != Eip55.LENGTH) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    if (!Eip55.isForm(text)) {
      return AddressCheck.rejected(Fault.LETTER);
    }
    if (!Eip55.isAddress(text)) {
      return AddressCheck.rejected(Fault.CHECKSUM);
    }
    String normal = text.toLowerCase(Locale.ROOT);
    return Eip55.isPlaceholder(normal)
        ? AddressCheck.rejected(Fault.PLACEHOLDER)
        : new Address(chain, normal, text, !Eip55.isOneCase(text));
  }

  /// A key has no checksum, but of the 58 characters so many are capitals and small letters that
  /// one without either is a hash, a word, or was shouted.
  private static AddressCheck solana(String text) {
    int length = text.length();
    if (length < SHORTEST_KEY || length > LONGEST_KEY) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    boolean upper = false;
    boolean lower = false;
    boolean hex = true;
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      if (!Base58.isDigit(letter)) {
        return AddressCheck.rejected(Fault.LETTER);
      }
      upper |= Letters.isUpper(letter);
      lower |= letter >= 'a';
      hex &= Letters.isHex(letter);
    }
    if (!upper && !lower) {
      return AddressCheck.rejected(Fault.PLACEHOLDER);
    }
    if (!upper || !lower || hex) {
      return AddressCheck.rejected(Fault.CASE);
    }
    return Base58.is32Bytes(text)
        ? new Address(Chain.SOLANA, text, text, false)
        : AddressCheck.rejected(Fault.LENGTH);
  }
}
