package io.assay.core.mention;

import io.assay.core.asset.Chain;
import io.assay.core.text.Letters;
import io.assay.core.text.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What a link says about an address in it: what it is for, and on which chain. The rules are
/// `sites.csv`, a row for each form of a site's links, and `chain-words.csv`.
///
/// A host is also that of its subdomains; `*` is any. A path is matched from the address (`{a}`;
/// `{lower}` if it has no capitals) backwards, with `*` for any segment; `?name={a}` is the value
/// of a pair; `#word` is the fragment. The first row of the site decides, else the first one of
/// `*`; a row without role tells the site's chain alone.
final class Sites {
  private static final String ANY = "*";

  /// Of a name in the domain name system, in characters.
  private static final int LONGEST_HOST = 253;

  private static final Set<String> CHAIN_PAIRS =
      Set.of("chain", "chainid", "chain_id", "network", "networkid", "net", "c");

  /// Segments behind which a name is that of what is traded.
  private static final Set<String> TRADES = Set.of("swap", "add", "remove");

  private static final Map<String, Chain> CHAINS = new HashMap<>();
  private static final Map<String, List<Site>> SITES = new HashMap<>();

  static {
    rows("chain-words.csv", "word,chain", Sites::addChain);
    rows("sites.csv", "host,path,chain,role,confidence,words", Sites::addSite);
  }

  private Sites() {}

  /// A judgement with its reason.
  ///
  /// @param confidence that the role is right, 0 to 1; at 0.5 the link leaves it open
  /// @param chain [Chain#EVM] where the link names none
  record Judged(Role role, double confidence, Chain chain, String why) {}

  private static void addChain(String row) {
    String[] fields = row.split(",", -1);
    if (fields.length != 2 || CHAINS.put(fields[0], Site.chain(fields[1])) != null) {
      throw new IllegalArgumentException("a new word and a chain wanted");
    }
  }

  /// Chains by the words that stand for them in links.
  static Map<String, Chain> chains() {
    return Map.copyOf(CHAINS);
  }

  private static void addSite(String row) {
    Site site = Site.parse(row);
    SITES.computeIfAbsent(site.host(), _ -> new ArrayList<>()).add(site);
  }

  /// Reads the rows of a table that lies beside this class.
  ///
  /// @throws IllegalStateException if a row is none, naming file and line
  static void rows(String name, String header, Consumer<String> row) {
    List<String> lines = Resource.text(Sites.class, name).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        if (i > 0) {
          row.accept(lines.get(i));
        } else if (!lines.getFirst().equals(header)) {
          throw new IllegalArgumentException("begins with " + header);
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(name + ", line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
  }

  /// What the address is, by the link that it is in.
  static Judged judge(Link link) {
    List<Site> own = own(link.host());
    Site site = deciding(link);
    Chain chain = chain(link, site, own);
    Role role = site.role() == null ? Role.TOKEN : site.role();
    boolean general = site.host().equals(ANY) && !own.isEmpty() && own.getLast().role() == null;
    String why = general ? site.words() + ", " + own.getLast().words() : site.words();
    return new Judged(role, site.confidence(), chain, why);
  }

  /// The row that says what the address is.
  static Site deciding(Link link) {
    for (Site site : own(link.host())) {
      if (site.role() != null && site.fits(link)) {
        return site;
      }
    }
    for (Site site : SITES.getOrDefault(ANY, List.of())) {
      if (site.fits(link)) {
        return site;
      }
    }
    throw new IllegalStateException("the table of sites does not end with a row for any link");
  }

  /// The rows of a host, or of the nearest one that it is a subdomain of. Names longer than any
  /// that can be looked up are nobody's.
  static List<Site> own(String host) {
    int from = host.length() > LONGEST_HOST ? host.length() : 0;
    while (from < host.length()) {
      List<Site> sites = SITES.get(host.substring(from));
      if (sites != null) {
        return sites;
      }
      int dot = host.indexOf('.', from);
      from = dot < 0 ? host.length() : dot + 1;
    }
    return List.of();
  }

  /// The chain by a pair, by the word joined to the address, by the path, by the subdomain, and by
  /// the site, in this order.
  private static Chain chain(Link link, Site site, List<Site> own) {
    for (Link.Part pair : link.queries()) {
      if (CHAIN_PAIRS.contains(pair.name()) && CHAINS.containsKey(pair.text())) {
        return named(pair.text());
      }
    }
    Chain named = named(link.written().suffix());
    named = named == Chain.EVM ? byPath(link) : named;
    named = named == Chain.EVM ? byHost(link.host()) : named;
    named = named == Chain.EVM ? site.chain() : named;
    return named == Chain.EVM && !own.isEmpty() ? own.getLast().chain() : named;
  }

  private static Chain named(String word) {
    return CHAINS.getOrDefault(word, Chain.EVM);
  }

  private static Chain byPath(Link link) {
    Chain joined = link.here() == null ? Chain.EVM : joined(link.here().before());
    Chain before = joined == Chain.EVM ? beforeIt(link) : joined;
    return before == Chain.EVM ? behindIt(link) : before;
  }

  /// `base:0x…`.
  private static Chain joined(String before) {
    int end = before.length() - 1;
    boolean mark = end > 0 && !Letters.isWord(before.charAt(end));
    return mark ? named(before.substring(0, end)) : Chain.EVM;
  }

  /// `0x…/base`.
  private static Chain behindIt(Link link) {
    List<String> path = link.segments();
    int next = link.here() == null ? 0 : link.here().segment() + 1;
    boolean there = next > 0 && next == path.size() - 1;
    return there && !isNumber(path.get(next)) ? named(path.get(next)) : Chain.EVM;
  }

  private static Chain beforeIt(Link link) {
    List<String> path = link.segments();
    int here = link.here() == null ? Link.Part.ANCHOR : link.here().segment();
    int end = here < 0 ? path.size() : here;
    for (int i = 0; i < end && !TRADES.contains(path.get(i)); i++) {
      boolean placed = i == 0 || i == here - 1 || CHAIN_PAIRS.contains(path.get(i - 1));
      Chain named = placed || !isNumber(path.get(i)) ? named(path.get(i)) : Chain.EVM;
      if (named != Chain.EVM) {
        return named;
      }
    }
    return Chain.EVM;
  }

  /// Chains have numbers; so have pages and posts, but elsewhere in a path.
  private static boolean isNumber(String segment) {
    return Letters.isDigit(segment.charAt(0));
  }

  /// By the subdomain, or by what is joined to it: `photon-base`.
  private static Chain byHost(String host) {
    int dot = host.indexOf('.');
    if (dot <= 0 || host.indexOf('.', dot + 1) < 0) {
      return Chain.EVM;
    }
    Chain named = named(host.substring(0, dot));
    int dash = host.lastIndexOf('-', dot);
    return named == Chain.EVM && dash >= 0 ? named(host.substring(dash + 1, dot)) : named;
  }
}
