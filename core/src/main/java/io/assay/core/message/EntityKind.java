package io.assay.core.message;

/// What a stretch of a message's text is marked as. The order is part of the journal's format:
/// append only.
public enum EntityKind {
  /// A marking that this version does not know; its span is kept.
  OTHER,
  URL,
  /// Text that hides a link; the entity carries the target.
  TEXT_LINK,
  MENTION,
  HASHTAG,
  CASHTAG,
  BOT_COMMAND,
  EMAIL,
  PHONE,
  BOLD,
  ITALIC,
  UNDERLINE,
  STRIKE,
  SPOILER,
  CODE,
  PRE,
  QUOTE,
  CUSTOM_EMOJI
}
