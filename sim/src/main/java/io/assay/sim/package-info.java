/// A market and channels of known truth: tokens whose prices follow a stated process, and channels
/// whose skill is known because it was put there. Writes what users have (a Telegram Desktop export
/// and a folder of candles), and plays the same in memory.
@NullMarked
package io.assay.sim;

import org.jspecify.annotations.NullMarked;
