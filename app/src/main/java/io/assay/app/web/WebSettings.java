package io.assay.app.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the house listens, and how much it bears.
///
/// @param host the address that is bound; beyond loopback, reading needs the token too
/// @param port 0 for any that is free
/// @param names further names by which requests may address it, such as that of a container or of a
///   proxy in front
public record WebSettings(String host, int port, Set<String> names, Bounds bounds) {
  private static final int HIGHEST_PORT = 65_535;

  public WebSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host to listen on is empty");
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and " + HIGHEST_PORT);
    }
    names =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    Objects.requireNonNull(bounds, "bounds");
  }

  /// A host and a port, by no other name and with the usual bounds.
  public WebSettings(String host, int port) {
    this(host, port, Set.of(), Bounds.USUAL);
  }

  /// What one client, or all of them, can make the house hold.
  ///
  /// @param threads ≥ 4: two listen, the others answer
  /// @param connections open at a time
  /// @param headerBytes of one request, its first line included
  /// @param bodyBytes of one request that is not a stream
  /// @param slowest bytes a second below which a body is given up
  /// @param idle how long a connection may say nothing, and take for the head of a request
  /// @param grace how long a stop waits for requests under way, and as long again for their threads
  public record Bounds(
      int threads,
      int connections,
      int headerBytes,
      int bodyBytes,
      int slowest,
      Duration idle,
      Duration grace) {
    /// Eight threads for 64 connections, headers of 8 KiB, bodies of 64 KiB.
    public static final Bounds USUAL =
        new Bounds(8, 64, 8 << 10, 64 << 10, 128, Duration.ofSeconds(15), Duration.ofSeconds(2));

    public Bounds {
      if (threads < 4 || connections < 1 || headerBytes < 1 || bodyBytes < 1 || slowest < 0) {
        throw new IllegalArgumentException("too little to answer a request");
      }
      if (!idle.isPositive() || !grace.isPositive()) {
        throw new IllegalArgumentException("the times to wait must be longer than nothing");
      }
    }
  }

  /// Whether only this machine reaches it.
  public boolean isLoopback() {
    return isLoopback(host);
  }

  /// Whether a name or literal address means this machine alone. Asks no name server.
  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || (isLiteral(host) && InetAddress.ofLiteral(host).isLoopbackAddress());
  }

  /// Whether it listens wherever the machine has an address.
  boolean isWildcard() {
    return isLiteral(host) && InetAddress.ofLiteral(host).isAnyLocalAddress();
  }

  /// Whether this is an address in figures, which no name server can turn elsewhere.
  static boolean isLiteral(String host) {
    try {
      InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
