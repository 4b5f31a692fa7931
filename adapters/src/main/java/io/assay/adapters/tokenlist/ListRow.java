package io.assay.adapters.tokenlist;

import io.assay.adapters.provider.Contracts;
import io.assay.core.asset.Address;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.directory.DirectoryDraft;
import io.assay.core.directory.Drop;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One row of a list, as it says; what is not of the wanted type reads as if it were not there.
///
/// @param chainId empty where it says none
/// @param decimals empty where it says none
record ListRow(String chainId, String address, String symbol, String name, String decimals) {
  /// What a value that cannot be used reads as.
  private static final String NONE = "";

  private static final int MOST_DIGITS = 9;

  /// By their number in lists. Source: EIP-155 and chainlist.org; 101 and 501000101 are Solana's,
  /// of its old registry and of Uniswap.
  private static final Map<String, Chain> CHAINS =
      Map.ofEntries(
          Map.entry("1", Chain.ETHEREUM),
          Map.entry("56", Chain.BSC),
          Map.entry("8453", Chain.BASE),
          Map.entry("42161", Chain.ARBITRUM),
          Map.entry("137", Chain.POLYGON),
          Map.entry("43114", Chain.AVALANCHE),
          Map.entry("10", Chain.OPTIMISM),
          Map.entry("250", Chain.FANTOM),
          Map.entry("25", Chain.CRONOS),
          Map.entry("59144", Chain.LINEA),
          Map.entry("81457", Chain.BLAST),
          Map.entry("146", Chain.SONIC),
          Map.entry("999", Chain.HYPEREVM),
          Map.entry("369", Chain.PULSECHAIN),
          Map.entry("101", Chain.SOLANA),
          Map.entry("501000101", Chain.SOLANA),
          Map.entry("-239", Chain.TON));

  /// Reads what the parser stands on.
  static ListRow read(JsonParser in) {
    String[] said = {NONE, NONE, NONE, NONE, NONE};
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return new ListRow(NONE, NONE, NONE, NONE, NONE);
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      int field =
          switch (in.currentName()) {
            case "chainId" -> 0;
            case "address", "id", "mint" -> 1;
            case "symbol" -> 2;
            case "name" -> 3;
            case "decimals" -> 4;
            default -> -1;
          };
      in.nextToken();
      if (field >= 0 && in.currentToken().isScalarValue()) {
        said[field] = in.currentToken() == JsonToken.VALUE_NULL ? NONE : in.getString();
      } else {
        in.skipChildren();
      }
    }
    return new ListRow(said[0], said[1], said[2], said[3], said[4]);
  }

  /// Puts the token into a draft, or counts why there is none.
  ///
  /// @return whether it has the address of a token
  boolean into(DirectoryDraft draft) {
    Asset.Token token = token();
    if (token != null) {
      draft.token(token, symbol, name, wholeNumber(decimals));
    } else if (address.isEmpty() && symbol.isEmpty()) {
      draft.drop(Drop.NO_ROW);
    } else {
      boolean other = !chainId.isEmpty() && !CHAINS.containsKey(chainId);
      draft.drop(other ? Drop.OTHER_CHAIN : Drop.NO_ADDRESS);
    }
    return token != null;
  }

  private Asset.@Nullable Token token() {
    Chain chain = CHAINS.get(chainId);
    if (chain != null) {
      return Contracts.known(chain, address);
    }
    return chainId.isEmpty()
            && !address.isEmpty()
            && Addresses.recognise(address) instanceof Address known
            && !known.chain().equals(Chain.EVM)
        ? new Asset.Token(known.chain(), known.normal())
        : null;
  }

  private static OptionalInt wholeNumber(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
