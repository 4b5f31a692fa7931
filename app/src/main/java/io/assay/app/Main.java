package io.assay.app;

/// The process: the only class that may end it.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("assay");
  }
}
