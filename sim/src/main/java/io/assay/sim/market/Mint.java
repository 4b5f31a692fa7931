package io.assay.sim.market;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.codec.Base58;
import io.assay.sim.Chance;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;

/// Addresses and symbols of simulated tokens. They look like any others, and say to who knows the
/// seed which token they are: so nobody need remember the tokens that there are.
public final class Mint {
  private static final long PART = 20_000_000L;
  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final int SOLANA_BYTES = 32;
  private static final int EVM_BYTES = 20;
  private static final int LISTED_EVERY = 25;
  private static final long FIRST_POOL = 1L << 61;
  private static final long SECOND_POOL = 1L << 62;
  private static final int LETTERS = 26;
  private static final int SYMBOL_LETTERS = 6;

  private final long key;
  private final long inverse;

  /// The mint of a world.
  public Mint(long seed) {
    key = Chance.of(seed, PART).whole() >>> 3;
    long found = ODD; // Newton's iteration: each round doubles the right bits
    for (int i = 0; i < 6; i++) {
      found *= 2 - ODD * found;
    }
    inverse = found;
  }

  /// The asset of a token.
  ///
  /// @param number of the token, 0 to 26^6
  public Asset asset(long number) {
    if (isListed(number)) {
      return new Asset.Listing("binance", symbol(number));
    }
    Chain chain = chain(number);
    return new Asset.Token(chain, address(chain, number));
  }

  /// Whether it is called by its symbol on an exchange.
  static boolean isListed(long number) {
    return mixed(number) % LISTED_EVERY == 0;
  }

  /// The chain of a token: most are on Solana.
  public static Chain chain(long number) {
    return switch ((int) (mixed(number) / LISTED_EVERY % 20)) {
      case 0, 1, 2 -> Chain.BSC;
      case 3, 4, 5 -> Chain.ETHEREUM;
      case 6, 7 -> Chain.BASE;
      default -> Chain.SOLANA;
    };
  }

  private static long mixed(long number) {
    long mixed = (number + 1) * ODD;
    return (mixed ^ (mixed >>> 29)) >>> 20;
  }

  /// Address of the pool in which a token is traded.
  ///
  /// @param second whether it is the one that it has migrated to
  public String pool(long number, boolean second) {
    return address(chain(number), number | (second ? SECOND_POOL : FIRST_POOL));
  }

  private String address(Chain chain, long number) {
    boolean solana = chain == Chain.SOLANA;
    byte[] bytes = new byte[solana ? SOLANA_BYTES : EVM_BYTES];
    long said = (number ^ key) * ODD;
    byte[] rest = Chance.of(said, PART + 1).bytes(bytes.length - Long.BYTES);
    if (solana && rest[0] == 0) {
      rest[0] = 7; // a leading zero would make it one digit shorter
    }
    ByteBuffer.wrap(bytes).put(rest).putLong(said);
    return solana ? Base58.BITCOIN.encode(bytes) : "0x" + HexFormat.of().formatHex(bytes);
  }

  private static String symbol(long number) {
    StringBuilder letters = new StringBuilder("Q");
    long rest = number;
    for (int i = 0; i < SYMBOL_LETTERS; i++) {
      letters.append((char) ('A' + rest % LETTERS));
      rest /= LETTERS;
    }
    return letters.append('X').toString();
  }

  /// Which token an asset is; empty where this mint has made no such asset.
  OptionalLong number(Asset asset) {
    return switch (asset) {
      case Asset.Listing listing -> listed(listing);
      case Asset.Token token -> made(token.address(), 0);
      case Asset.Coin _ -> OptionalLong.empty();
    };
  }

  /// Which token is traded in a pool; empty where it is none of this mint.
  OptionalLong traded(String pool) {
    OptionalLong first = made(pool, FIRST_POOL);
    return first.isPresent() ? first : made(pool, SECOND_POOL);
  }

  private OptionalLong listed(Asset.Listing listing) {
    String symbol = listing.symbol();
    long number = 0;
    for (int i = Math.min(SYMBOL_LETTERS, symbol.length() - 2); i > 0; i--) {
      number = number * LETTERS + symbol.charAt(i) - 'A';
    }
    boolean ours = number >= 0 && isListed(number) && symbol(number).equals(symbol);
    return ours ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private OptionalLong made(String address, long flag) {
    byte[] bytes = decoded(address);
    if (bytes.length < EVM_BYTES) {
      return OptionalLong.empty();
    }
    byte[] last = Arrays.copyOfRange(bytes, bytes.length - Long.BYTES, bytes.length);
    long number = (ByteBuffer.wrap(last).getLong() * inverse ^ key) ^ flag;
    boolean sane = number >= 0 && number < FIRST_POOL && !isListed(number);
    boolean ours = sane && address(chain(number), number | flag).equalsIgnoreCase(address);
    return ours ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private static byte[] decoded(String address) {
    byte[] none = {};
    if (address.startsWith("0x")) {
      String digits = address.substring(2).toLowerCase(Locale.ROOT);
      return digits.matches("[0-9a-f]{40}") ? HexFormat.of().parseHex(digits) : none;
    }
    byte[] bytes = Base58.BITCOIN.decode(address);
    return bytes == null ? none : bytes;
  }
}
