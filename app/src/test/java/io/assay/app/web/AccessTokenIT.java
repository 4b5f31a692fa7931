package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenIT {
  @TempDir Path data;

  private Path file() {
    return data.resolve("token");
  }

  @Test
  void keptIn_anEmptyFolder_makesOneForItsOwnerAlone() throws IOException {
    AccessToken token = AccessToken.keptIn(data);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(token.authorization()).matches("Bearer [A-Za-z0-9_-]{43}"); // 256 bits
    assertThat(data).isDirectoryContaining("glob:**/token").isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void keptIn_aSecondTime_isTheSame() throws IOException {
    AccessToken first = AccessToken.keptIn(data);
    assertThat(AccessToken.keptIn(data).isIn(first.authorization())).isTrue();
  }

  @Test
  void keptIn_twoFolders_areTwoTokens() throws IOException {
    AccessToken first = AccessToken.keptIn(data);
    AccessToken other = AccessToken.keptIn(Files.createDirectory(data.resolve("other")));
    assertThat(other.isIn(first.authorization())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx", "rw------x"})
  void keptIn_aFileThatOthersMayTouch_isRefusedAndNamed(String mode) throws IOException {
    AccessToken.keptIn(data);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));
    assertThatThrownBy(() -> AccessToken.keptIn(data))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.FATAL))
        .hasMessageContaining(file().toString())
        .hasMessageContaining("remove it");
  }

  @Test
  void keptIn_aFileForItsOwnerAlone_isTakenInAnyMode() throws IOException {
    AccessToken.keptIn(data);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
    assertThatCode(() -> AccessToken.keptIn(data)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "short", "a token with spaces in it", "x\0y-and-many-more-letters"})
  void keptIn_aFileWithoutAToken_isRefusedAndNotShown(String content) throws IOException {
    AccessToken.keptIn(data);
    Files.writeString(file(), content);
    assertThatThrownBy(() -> AccessToken.keptIn(data))
        .isInstanceOf(Fault.class)
        .hasMessage(file() + " holds no token; remove it, and the next start makes one");
  }

  @Test
  void readFrom_whereNoneIs_makesNone() {
    assertThatThrownBy(() -> AccessToken.readFrom(data)).isInstanceOf(NoSuchFileException.class);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void of_whatSomebodyChose_mustBeLongAndPlain() {
    assertThatCode(() -> AccessToken.of("0123456789abcdef")).doesNotThrowAnyException();
    for (String bad :
        new String[] {"", "0123456789abcde", "0123456789abcde\n", "0123456789 abcdef"}) {
      assertThatThrownBy(() -> AccessToken.of(bad))
          .isInstanceOf(Fault.class)
          .hasMessageNotContaining("0123");
    }
  }

  @Test
  void toString_saysNothing() {
    assertThat(AccessToken.of("0123456789abcdef")).hasToString("<secret>");
  }
}
