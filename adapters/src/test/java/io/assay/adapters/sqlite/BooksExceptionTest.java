package io.assay.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class BooksExceptionTest {
  private static BooksException of(SQLiteErrorCode code) {
    return BooksException.of("the ledger cannot be read", new SQLiteException("it said so", code));
  }

  private static void assertKind(ErrorKind kind, List<SQLiteErrorCode> codes) {
    assertThat(codes)
        .allSatisfy(code -> {
          assertThat(of(code).kind()).isEqualTo(kind);
          assertThat(Fault.kindOf(new IllegalStateException(of(code)))).isEqualTo(kind);
        });
  }

  @Test
  void of_whatPassesByItself_isTemporary() {
    assertKind(
        ErrorKind.TEMPORARY,
        List.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_IOERR_FSYNC,
            SQLiteErrorCode.SQLITE_INTERRUPT,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_NOMEM));
  }

  @Test
  void of_aFullDisk_isTemporaryAndSaysWhatToDo() {
    BooksException full = of(SQLiteErrorCode.SQLITE_FULL);
    assertThat(full)
        .isInstanceOf(BooksException.Full.class)
        .hasMessage(
            "the ledger cannot be read: the disk is full;"
                + " free some space and it goes on by itself");
    assertThat(full.kind()).isEqualTo(ErrorKind.TEMPORARY);
  }

  @Test
  void of_aDamagedFile_isFatal() {
    assertKind(
        ErrorKind.FATAL,
        List.of(
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_CORRUPT_INDEX,
            SQLiteErrorCode.SQLITE_NOTADB));
  }

  @Test
  void of_whatAnOperatorMustAllow_isOperational() {
    assertKind(
        ErrorKind.OPERATIONAL,
        List.of(
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_READONLY_DBMOVED,
            SQLiteErrorCode.SQLITE_PERM));
  }

  @Test
  void of_whatNobodyForesaw_isABug() {
    assertKind(
        ErrorKind.BUG, List.of(SQLiteErrorCode.SQLITE_CONSTRAINT, SQLiteErrorCode.SQLITE_MISUSE));
    assertThat(BooksException.of("x", new SQLException("no code")).kind()).isEqualTo(ErrorKind.BUG);
  }

  @Test
  void kind_ofTakenAndSuperseded_isWaitedForAndNot() {
    assertThat(BooksException.taken(Path.of("x")).kind()).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(new BooksException.Superseded("x", null).kind()).isEqualTo(ErrorKind.FATAL);
  }
}
