package io.assay.core.mention;

/// Where in a message something was found.
public enum Place {
  TEXT,
  /// In code or preformatted text: how most channels set an address.
  CODE,
  /// In an address that is shown.
  URL,
  /// In an address that is hidden behind text.
  HIDDEN_LINK,
  BUTTON,
  /// In the text under a picture or a file.
  CAPTION
}
