package io.assay.core.mention;

import io.assay.core.asset.Chain;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What speaks for each role of one address, and for each chain, over all the places where it
/// stands. For each role its strongest reason counts.
final class Votes {
  private static final double BASE = 0.7;
  private static final double PER_POINT = 0.1;
  private static final double CONTEXT = 0.3;
  private static final double QUALITY = 0.2;
  private static final double DOUBTED = 0.4;

  private final Map<Role, Reason> reasons = new EnumMap<>(Role.class);
  private final Map<Chain, Double> chains = new EnumMap<>(Chain.class);
  private final Map<String, Double> quality = new LinkedHashMap<>(4);
  private @Nullable Role linked;
  private String doubt = "";

  private record Reason(double strength, String why) {}

  /// Speaks for a role.
  ///
  /// @param strength 0 to 4: 1 a hint, 2 likely, 3 as good as said
  void add(Role role, double strength, String why) {
    if (strength > of(role)) {
      reasons.put(role, new Reason(strength, why));
    }
  }

  /// Speaks for a chain.
  void on(Chain chain, double strength) {
    if (chain != Chain.EVM) {
      chains.merge(chain, strength, Math::max);
    }
  }

  /// A link says what it is for.
  void link(Role role, double strength, String reason) {
    if (linked == null || strength > of(linked)) {
      linked = role;
    }
    add(role, strength, reason);
  }

  /// Whether a link says that it is for this, and none more strongly for something else.
  boolean isLinked(Role role) {
    return linked == role;
  }

  /// How well it is written.
  ///
  /// @param change of the confidence
  void quality(double change, String remark) {
    quality.put(remark, change);
  }

  /// It is likely beside the point, whatever it is for.
  void doubt(String reason) {
    doubt = reason;
  }

  /// Takes over what was said where the same address stands again. That it is a part of a document
  /// is of one place alone, and says nothing where it stands elsewhere too.
  void take(Votes other) {
    if (role() == Role.DOCUMENT != (other.role() == Role.DOCUMENT)) {
      never(Role.DOCUMENT);
      other.never(Role.DOCUMENT);
    }
    for (Map.Entry<Role, Reason> one : other.reasons.entrySet()) {
      Reason reason = one.getValue();
      if (other.linked == one.getKey()) {
        link(one.getKey(), reason.strength, reason.why);
      } else {
        add(one.getKey(), reason.strength, reason.why);
      }
    }
    other.chains.forEach(this::on);
    quality.putAll(other.quality);
  }

  double of(Role role) {
    Reason reason = reasons.get(role);
    return reason == null ? 0 : reason.strength;
  }

  /// What it cannot be.
  void never(Role... roles) {
    for (Role role : roles) {
      reasons.remove(role);
    }
  }

  /// The role for which most speaks; [Role#TOKEN] where nothing speaks for any.
  Role role() {
    Role best = Role.TOKEN;
    for (Role role : reasons.keySet()) {
      best = of(role) > of(best) ? role : best;
    }
    return best;
  }

  /// The chain for which most speaks, of those that write addresses as `form` does; `form` where
  /// nothing speaks for any.
  Chain chain(Chain form) {
    if (isMove(form) && isTorn()) {
      return form;
    }
    Chain best = form;
    double most = 0;
    for (Map.Entry<Chain, Double> one : chains.entrySet()) {
      boolean like =
          form == Chain.EVM ? one.getKey().isEvm() : isMove(form) && isMove(one.getKey());
      if (like && one.getValue() > most) {
        best = one.getKey();
        most = one.getValue();
      }
    }
    return best;
  }

  /// Whether the chain is one of the two that write alike.
  static boolean isMove(Chain chain) {
    return chain == Chain.SUI || chain == Chain.APTOS;
  }

  boolean isOn(Chain chain) {
    return chains.containsKey(chain);
  }

  /// Sui or Aptos where something speaks for it; [Chain#EVM] where not.
  Chain move() {
    double sui = chains.getOrDefault(Chain.SUI, 0.0);
    double aptos = chains.getOrDefault(Chain.APTOS, 0.0);
    return sui == 0 && aptos == 0 ? Chain.EVM : aptos > sui ? Chain.APTOS : Chain.SUI;
  }

  /// Whether as much speaks for Sui as for Aptos.
  boolean isTorn() {
    double sui = chains.getOrDefault(Chain.SUI, 0.0);
    return sui > 0 && sui == chains.getOrDefault(Chain.APTOS, 0.0);
  }

  /// 0.7, up to 0.3 more or less by what is said about it, up to 0.2 by how it is written.
  double confidence() {
    Role role = role();
    double against = 0;
    for (Role other : reasons.keySet()) {
      against = other == role ? against : Math.max(against, of(other));
    }
    double context = Math.clamp((of(role) - against) * PER_POINT, -CONTEXT, CONTEXT);
    double written = 0;
    for (double change : quality.values()) {
      written += change;
    }
    double sure = BASE + context + Math.clamp(written, -QUALITY, QUALITY);
    sure = Math.clamp(doubt.isEmpty() ? sure : Math.min(sure, DOUBTED), 0, 1);
    return Math.round(sure * 100) / 100.0;
  }

  /// The reasons in words, the role's first.
  List<String> why() {
    List<String> why = new ArrayList<>(quality.size() + 2);
    Role role = role();
    Reason first = reasons.get(role);
    why.add(first == null ? "an address" : first.why);
    reasons.forEach((other, reason) -> {
      if (other != role && reason.strength > 1) {
        why.add("against it: " + reason.why);
      }
    });
    why.addAll(quality.keySet());
    if (!doubt.isEmpty()) {
      why.add(doubt);
    }
    return why;
  }
}
