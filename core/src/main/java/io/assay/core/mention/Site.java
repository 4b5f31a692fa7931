package io.assay.core.mention;

import io.assay.core.asset.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A row of the table of sites: what a link of a certain form says about the address in it.
///
/// @param host which the link's is, or is a subdomain of; `*` is any
/// @param form null where the link may have any
/// @param chain that of the site; [Chain#EVM] where it has several
/// @param role null where the row tells the chain alone
/// @param confidence that the role is right, 0 to 1; at 0.5 the link leaves it open
record Site(
    String host,
    @Nullable Form form,
    Chain chain,
    @Nullable Role role,
    double confidence,
    String words) {
  private static final int FIELDS = 6;

  Site {
    if (host.isEmpty() || words.isEmpty() || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a host, a confidence of 0 to 1 and words wanted");
    }
  }

  /// A row as the table writes it: `host,path,chain,role,confidence,words`.
  ///
  /// @throws IllegalArgumentException if it is none
  static Site parse(String row) {
    String[] fields = row.split(",", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(FIELDS + " fields wanted, not " + fields.length);
    }
    return new Site(
        fields[0],
        fields[1].isEmpty() ? null : Form.parse(fields[1]),
        chain(fields[2]),
        fields[3].isEmpty() ? null : Role.valueOf(fields[3]),
        fields[4].isEmpty() ? 0 : Double.parseDouble(fields[4]),
        fields[5]);
  }

  /// The chain of that word; [Chain#EVM] where there is none.
  static Chain chain(String word) {
    return word.isEmpty() ? Chain.EVM : Chain.valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean fits(Link link) {
    return form == null || form.fits(link);
  }

  /// The form of a link, matched from the address backwards.
  ///
  /// @param segments of the path before the address, or before the pair that holds it; `*` is any
  /// @param pair name of the pair that holds the address; null where the path does
  /// @param before what stands before the address in its part: behind a `*`, after anything; where
  ///   it is empty, anything
  /// @param lower whether the address has to be without capitals
  /// @param anchor the link's fragment; empty where any will do
  record Form(
      List<String> segments, @Nullable String pair, String before, boolean lower, String anchor) {
    private static final String ADDRESS = "{a}";
    private static final String LOWER = "{lower}";

    Form {
      segments = List.copyOf(segments);
    }

    /// @throws IllegalArgumentException if no address ends it
    static Form parse(String written) {
      int hash = written.indexOf('#');
      String form = hash < 0 ? written : written.substring(0, hash);
      boolean lower = form.endsWith(LOWER);
      if (!lower && !form.endsWith(ADDRESS)) {
        throw new IllegalArgumentException("no address at the end of " + form);
      }
      int query = form.indexOf('?');
      int part = form.lastIndexOf(query < 0 ? '/' : '=') + 1;
      List<String> segments =
          new ArrayList<>(List.of(form.substring(0, query < 0 ? part : query).split("/")));
      segments.removeIf(String::isEmpty);
      return new Form(
          segments,
          query < 0 ? null : form.substring(query + 1, Math.max(query + 1, part - 1)),
          form.substring(Math.max(part, query + 1), form.lastIndexOf('{')),
          lower,
          hash < 0 ? "" : written.substring(hash + 1));
    }

    boolean fits(Link link) {
      Link.Part here = link.here();
      return here != null
          && (pair == null ? here.segment() >= 0 : here.isPair(pair))
          && (!lower || link.written().lower())
          && (anchor.isEmpty() || anchor.equals(link.anchor()))
          && isBehind(here.before())
          && isBelow(link.segments(), pair == null ? here.segment() : link.segments().size());
    }

    private boolean isBehind(String prefix) {
      return before.startsWith("*")
          ? prefix.endsWith(before.substring(1))
          : before.isEmpty() || prefix.equals(before);
    }

    private boolean isBelow(List<String> path, int end) {
      int from = end - segments.size();
      if (from < 0) {
        return false;
      }
      for (int i = 0; i < segments.size(); i++) {
        String segment = segments.get(i);
        if (!segment.equals("*") && !segment.equals(path.get(from + i))) {
          return false;
        }
      }
      return true;
    }
  }
}
