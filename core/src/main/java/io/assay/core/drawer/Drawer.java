package io.assay.core.drawer;

import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One table of the ledger as typed values. What is put is written by [#save], once however often
/// it changed; what was read or written stays at hand, up to a bound.
public final class Drawer<K, V> implements Shelf<K, V> {
  private static final int AT_HAND = 50_000;

  private final Ledger ledger;
  private final Form<K, V> form;
  private final int most;
  private final Map<K, V> atHand = new HashMap<>();
  private final Set<K> changed = new LinkedHashSet<>();
  private final Set<K> unsaved = new HashSet<>();

  /// Whether what is not at hand is not in the ledger either: so in a new ledger, until some of it
  /// had to be let go.
  private boolean whole;

  /// The table as it stands in the ledger.
  public Drawer(Ledger ledger, Form<K, V> form) {
    this(ledger, form, AT_HAND);
  }

  /// A table of large values, of which fewer stay at hand.
  public Drawer(Ledger ledger, Form<K, V> form, int most) {
    this.ledger = ledger;
    this.form = form;
    this.most = most;
    whole = ledger.isEmpty(form.table);
  }

  /// How a table's rows are written.
  public record Form<K, V>(
      Table table, Function<K, byte[]> key, Function<V, byte[]> value, Function<byte[], V> read) {}

  /// The row's value.
  ///
  /// @return null if there is no such row
  @Override
  public @Nullable V find(K key) {
    V known = atHand.get(key);
    if (known != null || whole || changed.contains(key)) {
      return known;
    }
    byte[] row = ledger.find(form.table, form.key.apply(key));
    if (row == null) {
      return null;
    }
    V value = form.read.apply(row);
    atHand.put(key, value);
    return value;
  }

  @Override
  public void put(K key, V value) {
    atHand.put(key, value);
    changed.add(key);
  }

  /// Puts what is known not to be in the ledger, so that taking it back before it was saved leaves
  /// no trace.
  public void putNew(K key, V value) {
    put(key, value);
    unsaved.add(key);
  }

  @Override
  public void remove(K key) {
    atHand.remove(key);
    if (unsaved.remove(key)) {
      changed.remove(key);
    } else {
      changed.add(key);
    }
  }

  /// Writes what changed, in the order of the keys: neighbours lie on one page of a file, which is
  /// found and changed once for all of them. Inside a transaction.
  public void save() {
    NavigableMap<byte[], K> inOrder = new TreeMap<>(Arrays::compareUnsigned);
    for (K key : changed) {
      inOrder.put(form.key.apply(key), key);
    }
    inOrder.forEach((bytes, key) -> {
      V value = atHand.get(key);
      if (value == null) {
        ledger.remove(form.table, bytes);
      } else {
        ledger.put(form.table, bytes, form.value.apply(value));
      }
    });
    changed.clear();
    unsaved.clear();
    if (atHand.size() > most) {
      atHand.clear();
      whole = false;
    }
  }
}
