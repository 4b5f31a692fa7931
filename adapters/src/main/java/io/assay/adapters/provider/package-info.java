/// The seam between the price engine and the vendors: what a provider can do, how it is asked, and
/// small words for reading its answers. The engine knows this room and no vendor; a vendor knows
/// this room and nothing of the engine, and does no I/O: it says what to send, and reads what came.
@NullMarked
package io.assay.adapters.provider;

import org.jspecify.annotations.NullMarked;
