package io.assay.core.text;

/// Classes of characters, ASCII only: what is beyond is neither.
public final class Letters {
  private Letters() {}

  public static boolean isLetter(char letter) {
    int lower = letter | 0x20;
    return lower >= 'a' && lower <= 'z' && letter < 128;
  }

  public static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  public static boolean isWord(char letter) {
    return isLetter(letter) || isDigit(letter);
  }

  public static boolean isUpper(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  public static boolean isHex(char letter) {
    int lower = letter | 0x20;
    return isDigit(letter) || (lower >= 'a' && lower <= 'f' && letter < 128);
  }

  public static boolean isBlank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
  }
}
