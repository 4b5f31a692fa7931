/// Watching open calls: their prices of now, looked at by a pace that slows with age, for a live
/// view and for alarms. Nothing here judges a call: candles do.
@NullMarked
package io.assay.app.watching;

import org.jspecify.annotations.NullMarked;
