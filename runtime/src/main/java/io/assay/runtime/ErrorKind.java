package io.assay.runtime;

/// What kind of failure it is, and so what is to be done. Decided once, where the failure is
/// understood.
public enum ErrorKind {
  /// It passes by itself (network, rate limit, a locked file): wait and try again, for ever.
  TEMPORARY,
  /// This part cannot go on until an operator does something that the message names.
  OPERATIONAL,
  /// It will never work as configured (authorisation revoked, wrong credentials): not retried.
  FATAL,
  /// One item cannot be worked; everything else can. It goes to the dead letters.
  BAD_ITEM,
  /// Nobody foresaw it: a crash, which counts against the intensity of its task.
  BUG
}
