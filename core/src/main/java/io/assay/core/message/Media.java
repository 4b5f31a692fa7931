package io.assay.core.message;

/// What a message carries beside its text. The order is part of the journal's format: append only.
public enum Media {
  NONE,
  PHOTO,
  VIDEO,
  VOICE,
  DOCUMENT,
  STICKER,
  POLL,
  WEB_PAGE,
  OTHER,
  /// Telegram's own line in the chat (joined, pinned, title changed), not a person's message.
  SERVICE,
  /// A service line that names the chat: the text is the title.
  TITLE
}
