package io.assay.core.ledger;

import io.assay.core.canon.Sha256;
import io.assay.core.message.MessageRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Books in memory: for tests, for the simulator, and for folding a journal again beside the ledger
/// that is to be checked. A transaction that throws is undone from a log of what it overwrote.
public final class MemoryBooks implements Books {
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Sha256, byte[]> archived = new TreeMap<>();
  private final Map<Table, NavigableMap<byte[], byte[]>> tables = new EnumMap<>(Table.class);
  private final Map<MessageRef, Seen.Sight> sights = new HashMap<>();
  private final List<Runnable> undo = new ArrayList<>();
  private boolean open;

  public MemoryBooks() {
    for (Table table : Table.values()) {
      tables.put(table, new TreeMap<>(Arrays::compareUnsigned));
    }
  }

  @Override
  public Journal journal() {
    return new Chain();
  }

  @Override
  public Archive archive() {
    return new Shelf();
  }

  @Override
  public Ledger ledger() {
    return new Rows();
  }

  @Override
  public Seen seen() {
    return new Sights();
  }

  @Override
  public void transact(Runnable work) {
    if (open) {
      throw new IllegalStateException("a transaction is open already");
    }
    open = true;
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      if (!done) {
        undo.reversed().forEach(Runnable::run);
      }
      undo.clear();
      open = false;
    }
  }

  @Override
  public void close() {}

  private void willUndo(Runnable step) {
    if (!open) {
      throw new IllegalStateException("writing needs a transaction");
    }
    undo.add(step);
  }

  private NavigableMap<byte[], byte[]> rows(Table table) {
    NavigableMap<byte[], byte[]> rows = tables.get(table);
    if (rows == null) {
      throw new IllegalStateException("every table has rows");
    }
    return rows;
  }

  private final class Chain implements Journal {
    @Override
    public Block.Head head() {
      return blocks.isEmpty() ? Block.Head.START : blocks.getLast().head();
    }

    @Override
    public void append(List<Leaf> entries) {
      willUndo(blocks::removeLast);
      blocks.add(Block.after(head(), entries));
    }

    @Override
    public @Nullable Block find(long position) {
      int low = 0;
      for (int high = blocks.size(); low < high; ) {
        int middle = (low + high) >>> 1;
        if (blocks.get(middle).head().entries() > position) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low < blocks.size() ? blocks.get(low) : null;
    }

    @Override
    public void read(Consumer<Block> reader) {
      blocks.forEach(reader);
    }
  }

  private final class Shelf implements Archive {
    @Override
    public void keep(Sha256 digest, byte[] bytes) {
      if (!archived.containsKey(digest)) {
        willUndo(() -> archived.remove(digest));
        archived.put(digest, bytes.clone());
      }
    }

    @Override
    public boolean holds(Sha256 digest) {
      return archived.containsKey(digest);
    }

    @Override
    public byte @Nullable [] find(Sha256 digest) {
      return archived.get(digest);
    }

    @Override
    public void read(BiConsumer<Sha256, byte[]> reader) {
      archived.forEach(reader);
    }
  }

  private final class Rows implements Ledger {
    @Override
    public byte @Nullable [] find(Table table, byte[] key) {
      return rows(table).get(key);
    }

    @Override
    public boolean isEmpty(Table table) {
      return rows(table).isEmpty();
    }

    @Override
    public void put(Table table, byte[] key, byte[] value) {
      restoring(table, key, rows(table).put(key.clone(), value.clone()));
    }

    @Override
    public void remove(Table table, byte[] key) {
      restoring(table, key, rows(table).remove(key));
    }

    private void restoring(Table table, byte[] key, byte @Nullable [] before) {
      byte[] kept = key.clone();
      willUndo(() -> {
        if (before == null) {
          rows(table).remove(kept);
        } else {
          rows(table).put(kept, before);
        }
      });
    }

    @Override
    public void scan(Table table, byte[] prefix, RowReader reader) {
      for (Map.Entry<byte[], byte[]> row : rows(table).tailMap(prefix, true).entrySet()) {
        if (!startsWith(row.getKey(), prefix)) {
          return;
        }
        reader.row(row.getKey(), row.getValue());
      }
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
      return key.length >= prefix.length
          && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
  }

  private final class Sights implements Seen {
    @Override
    public @Nullable Sight find(MessageRef message) {
      return sights.get(message);
    }

    @Override
    public void note(MessageRef message, Sight sight) {
      Sight before = sights.put(message, sight);
      willUndo(() -> {
        if (before == null) {
          sights.remove(message);
        } else {
          sights.put(message, before);
        }
      });
    }

    @Override
    public long size() {
      return sights.size();
    }
  }
}
