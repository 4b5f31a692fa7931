package io.assay.app.web;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The one key to everything that acts. Kept in `<data>/token`, which nobody but its owner may
/// read; one that is configured takes its place. It cannot be printed.
public final class AccessToken {
  private static final String FILE = "token";
  private static final String SCHEME = "Bearer ";
  private static final int RANDOM_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{16,512}");
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.range(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE);

  private final String secret;

  private AccessToken(String secret) {
    this.secret = secret;
  }

  /// Whether something could be a token: 16 to 512 letters, digits or `._~+/=-`.
  public static boolean isForm(String secret) {
    return FORM.matcher(secret).matches();
  }

  /// A token that somebody chose.
  ///
  /// @throws Fault FATAL if it is no 16 to 512 letters, digits or `._~+/=-`
  public static AccessToken of(String secret) {
    if (!isForm(secret)) {
      throw new Fault(
          ErrorKind.FATAL, "the token must be 16 to 512 letters, digits or . _ ~ + / = -", null);
    }
    return new AccessToken(secret);
  }

  /// The token of a house: the one in its folder, or a new one of 256 random bits that is there
  /// from now on.
  ///
  /// @param data the data directory, which exists
  /// @throws Fault FATAL if others may read the file, or if it holds no token
  public static AccessToken keptIn(Path data) throws IOException {
    try {
      return readFrom(data);
    } catch (NoSuchFileException _) {
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      AccessToken token =
          new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      token.keep(data);
      return token;
    }
  }

  /// The token in the folder of a house.
  ///
  /// @throws NoSuchFileException if there is none
  /// @throws Fault FATAL if others may read the file, or if it holds no token
  public static AccessToken readFrom(Path data) throws IOException {
    Path file = data.resolve(FILE);
    byte[] held;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      requireOwnersAlone(file);
      held = new byte[(int) Math.min(channel.size(), 1024)];
      channel.read(ByteBuffer.wrap(held));
    }
    String secret = new String(held, StandardCharsets.US_ASCII).strip();
    if (!isForm(secret)) {
      throw new Fault(
          ErrorKind.FATAL, file + " holds no token; remove it, and the next start makes one", null);
    }
    return new AccessToken(secret);
  }

  private static void requireOwnersAlone(Path file) throws IOException {
    if (isPosix(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new Fault(
          ErrorKind.FATAL,
          file + " may be read or changed by others; it is no secret any more: remove it",
          null);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Written whole beside its place and put there in one step, so that nobody ever finds half of
  /// it.
  private void keep(Path data) throws IOException {
    Path half = Files.createTempFile(data, FILE, ".new"); // for its owner alone from the first byte
    try {
      try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(half, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// Whether an `Authorization` presents this token. Takes as long for a wrong one as for the right
  /// one.
  boolean isIn(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String presented = authorization.substring(SCHEME.length()).strip();
    return MessageDigest.isEqual(
        presented.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  /// What a client presents as `Authorization`.
  public String authorization() {
    return SCHEME + secret;
  }

  @Override
  public String toString() {
    return "<secret>";
  }
}
