package io.assay.adapters.export;

import io.assay.core.message.EntityKind;

/// What the sources call the markings of a text.
final class Entities {
  private Entities() {}

  /// Telethon's class names: `MessageEntityTextUrl`.
  static EntityKind ofTelethon(String name) {
    return switch (name) {
      case "MessageEntityUrl" -> EntityKind.URL;
      case "MessageEntityTextUrl" -> EntityKind.TEXT_LINK;
      case "MessageEntityMention", "MessageEntityMentionName" -> EntityKind.MENTION;
      case "MessageEntityHashtag" -> EntityKind.HASHTAG;
      case "MessageEntityCashtag" -> EntityKind.CASHTAG;
      case "MessageEntityBotCommand" -> EntityKind.BOT_COMMAND;
      case "MessageEntityEmail" -> EntityKind.EMAIL;
      case "MessageEntityPhone" -> EntityKind.PHONE;
      case "MessageEntityBold" -> EntityKind.BOLD;
      case "MessageEntityItalic" -> EntityKind.ITALIC;
      case "MessageEntityUnderline" -> EntityKind.UNDERLINE;
      case "MessageEntityStrike" -> EntityKind.STRIKE;
      case "MessageEntitySpoiler" -> EntityKind.SPOILER;
      case "MessageEntityCode" -> EntityKind.CODE;
      case "MessageEntityPre" -> EntityKind.PRE;
      case "MessageEntityBlockquote" -> EntityKind.QUOTE;
      case "MessageEntityCustomEmoji" -> EntityKind.CUSTOM_EMOJI;
      default -> EntityKind.OTHER;
    };
  }

  /// The Bot API's types, which are the Desktop export's but for plain links.
  static EntityKind ofBot(String type) {
    return type.equals("url") ? EntityKind.URL : ofDesktop(type.replace("phone_number", "phone"));
  }

  /// The Desktop export's part types: `text_link`.
  static EntityKind ofDesktop(String type) {
    return switch (type) {
      case "link" -> EntityKind.URL;
      case "text_link" -> EntityKind.TEXT_LINK;
      case "mention", "mention_name" -> EntityKind.MENTION;
      case "hashtag" -> EntityKind.HASHTAG;
      case "cashtag" -> EntityKind.CASHTAG;
      case "bot_command" -> EntityKind.BOT_COMMAND;
      case "email" -> EntityKind.EMAIL;
      case "phone" -> EntityKind.PHONE;
      case "bold" -> EntityKind.BOLD;
      case "italic" -> EntityKind.ITALIC;
      case "underline" -> EntityKind.UNDERLINE;
      case "strikethrough" -> EntityKind.STRIKE;
      case "spoiler" -> EntityKind.SPOILER;
      case "code" -> EntityKind.CODE;
      case "pre" -> EntityKind.PRE;
      case "blockquote" -> EntityKind.QUOTE;
      case "custom_emoji" -> EntityKind.CUSTOM_EMOJI;
      default -> EntityKind.OTHER;
    };
  }
}
