package io.assay.sim;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.codec.Base58;
import java.math.BigInteger;
import java.util.HexFormat;

/// A token of the simulated market.
///
/// @param asset what it really is
/// @param told how posts name it: the address, or the symbol
/// @param file name of its candle file, without an ending
record Token(int number, Asset asset, String told, String file) {
  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final Chain[] EVM = {Chain.BSC, Chain.ETHEREUM, Chain.BASE};
  private static final String[] COINS = {"SOL", "LINK", "AVAX", "ATOM", "NEAR", "DOT"};
  private static final String[] COIN_IDS = {
    "solana", "chainlink", "avalanche-2", "cosmos", "near", "polkadot"
  };
  private static final int COIN_EVERY = 10;

  /// The how-manieth token of a market: most are on Solana, some on EVM chains, a few are coins and
  /// exchange listings.
  static Token of(long seed, int number) {
    Chance chance = Chance.of(seed, 1_000_000L + number);
    int coin = number / COIN_EVERY;
    if (number % COIN_EVERY == COIN_EVERY - 1 && coin < COINS.length) {
      Asset asset = new Asset.Coin(COIN_IDS[coin], COINS[coin]);
      return new Token(number, asset, COINS[coin], "coin_" + COINS[coin]);
    }
    if (number % COIN_EVERY == COIN_EVERY - 2) {
      String symbol = symbol(chance);
      return new Token(number, new Asset.Listing("binance", symbol), symbol, "coin_" + symbol);
    }
    if (number % 3 == 2) {
      Chain chain = EVM[number % EVM.length];
      String address = "0x" + HexFormat.of().formatHex(chance.bytes(20));
      return new Token(
          number, new Asset.Token(chain, address), address, chain.word() + "_" + address);
    }
    String mint = mint(chance);
    return new Token(number, new Asset.Token(Chain.SOLANA, mint), mint, "solana_" + mint);
  }

  private static String symbol(Chance chance) {
    StringBuilder letters = new StringBuilder("Q");
    for (int i = 0; i < 4; i++) {
      letters.append((char) ('A' + chance.below(26)));
    }
    return letters.append('X').toString();
  }

  private static String mint(Chance chance) {
    while (true) {
      String mint = base58(chance.bytes(32));
      if (Base58.is32Bytes(mint) && mint.matches(".*[A-Z].*") && mint.matches(".*[0-9].*")) {
        return mint;
      }
    }
  }

  private static String base58(byte[] bytes) {
    BigInteger rest = new BigInteger(1, bytes);
    StringBuilder digits = new StringBuilder();
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
      digits.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      digits.append('1');
    }
    return digits.reverse().toString();
  }
}
