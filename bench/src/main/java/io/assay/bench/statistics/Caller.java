package io.assay.bench.statistics;

/// A made-up channel.
///
/// @param posted calls, spread evenly over 60 days
/// @param volatility of its tokens a day, ratio
/// @param drift of its skill, see [Market]
/// @param pumped log rise of the price between its post and the first moment at which a follower
///   gets in
/// @param deletes share of its losing calls that it deletes
record Caller(int posted, double volatility, double drift, double pumped, double deletes) {
  static Caller plain(int posted, double volatility, double drift) {
    return new Caller(posted, volatility, drift, 0, 0);
  }
}
