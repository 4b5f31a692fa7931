/// From nothing to running, and back: a system's parts as a graph of [Component]s, started in order
/// by a [Lifecycle] and stopped in reverse, each step bounded. [Signals] and [NotifySocket] are its
/// ears and mouth towards the operating system.
@NullMarked
package io.assay.runtime.life;

import org.jspecify.annotations.NullMarked;
