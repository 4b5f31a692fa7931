package io.assay.core.message;

/// Where a message stands: its chat, and its id in that chat.
public record MessageRef(ChannelId chat, long id) implements Comparable<MessageRef> {
  @Override
  public int compareTo(MessageRef other) {
    int byChat = chat.compareTo(other.chat);
    return byChat != 0 ? byChat : Long.compare(id, other.id);
  }

  @Override
  public String toString() {
    return chat + "/" + id;
  }
}
