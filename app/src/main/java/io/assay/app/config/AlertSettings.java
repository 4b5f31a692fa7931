package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Objections;
import io.assay.app.config.binding.Reloadable;
import io.assay.app.config.binding.Secret;
import io.assay.app.config.binding.Within;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// When somebody is to be told, how often, and where.
///
/// @param silenceThreshold zero: silence is no alert
/// @param pendingFor how long a condition must hold before its alert fires
/// @param rules those that are not to be as they come
public record AlertSettings(
    @Doc("share of failed items above which errors are an alert") @Reloadable
        double errorRateThreshold,
    @Doc("share of system.max_memory_usage above which memory is an alert") @Reloadable
        double memoryUsageThreshold,
    @Doc("time from post to journal above which slowness is an alert")
        @Within(least = "1ms", most = "1d")
        @Reloadable
        Duration responseTimeThreshold,
    @Doc("share of the disk in use above which it is an alert") @Reloadable
        double diskUsageThreshold,
    @Doc("journal entries not folded yet above which the lag is an alert")
        @Within(least = "1", most = "1000000000")
        @Reloadable
        long lagThreshold,
    @Doc("time without any message after which silence is an alert; 0: never")
        @Within(least = "0", most = "30d")
        @Reloadable
        Duration silenceThreshold,
    @Doc(
            "times a channel's usual gap without a message, one hour at least, after which its"
                + " silence is an alert; 0: never")
        @Within(least = "0", most = "10000")
        @Reloadable
        long silenceGaps,
    @Doc("dead letters from which on they are an alert")
        @Within(least = "1", most = "1000000000")
        @Reloadable
        long deadLetterThreshold,
    @Doc("how often the rules are evaluated") @Within(least = "1s", most = "1h") @Reloadable
        Duration evaluationInterval,
    @Doc(name = "for", value = "how long a condition must hold before its alert fires")
        @Within(least = "0", most = "1d")
        @Reloadable
        Duration pendingFor,
    @Doc("how often an alert that still fires is told again") @Within(least = "1min", most = "30d")
        Duration repeatInterval,
    @Doc("how long alerts are gathered before they are told together")
        @Within(least = "0", most = "1h")
        Duration groupWait,
    @Doc("rules that are not to be as they come") @Reloadable Map<RuleName, Rule> rules,
    @Doc("where alerts are posted to") Webhook webhook,
    @Doc("a sign of life to somebody outside, who raises the alarm when it stays away")
        Heartbeat heartbeat) {

  /// How bad it is.
  public enum Severity {
    WARNING,
    CRITICAL
  }

  /// A rule that is not to be as it comes.
  ///
  /// @param severity null: the rule's own
  /// @param pendingFor null: that of all rules
  public record Rule(
      @Doc("whether it is evaluated") boolean enabled,
      @Doc("WARNING or CRITICAL; unset: the rule's own") @Nullable Severity severity,
      @Doc(name = "for", value = "as alerts.for, for this rule; unset: alerts.for")
          @Within(least = "0", most = "1d")
          @Nullable Duration pendingFor) {
    /// The defaults.
    public Rule() {
      this(true, null, null);
    }
  }

  /// An address that alerts are posted to.
  ///
  /// @param url null: none; secret, since it may hold a key
  /// @param secret that signs what is posted; null: it is not signed
  public record Webhook(
      @Doc("address that alerts are posted to; unset: none") @Nullable Secret<URI> url,
      @Doc("key that signs what is posted; unset: it is not signed")
          @Nullable Secret<String> secret) {
    public Webhook {
      new Objections()
          .unless(
              secret == null || url != null, "signs nothing while url is unset", "secret", "url")
          .raise();
    }
  }

  /// A sign of life to somebody outside, who raises the alarm when it stays away.
  ///
  /// @param url null: none; secret, since it may hold a key
  public record Heartbeat(
      @Doc("address that is told that the system is alive; unset: none") @Nullable Secret<URI> url,
      @Doc("how often it is told") @Within(least = "1s", most = "1d") @Reloadable
          Duration interval) {}

  /// The defaults.
  public AlertSettings() {
    this(
        0.05,
        0.85,
        Duration.ofSeconds(60),
        0.85,
        1000,
        Duration.ZERO,
        20,
        1,
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofHours(4),
        Duration.ofSeconds(10),
        Map.of(),
        new Webhook(null, null),
        new Heartbeat(null, Duration.ofSeconds(60)));
  }

  public AlertSettings {
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    new Objections()
        .unless(
            groupWait.compareTo(repeatInterval) < 0,
            "group_wait must be shorter than repeat_interval",
            "group_wait",
            "repeat_interval")
        .raise();
  }

  /// A rule's settings: its own or the default.
  public Rule rule(RuleName name) {
    return rules.getOrDefault(name, new Rule());
  }
}
