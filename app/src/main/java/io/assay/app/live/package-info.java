/// The flow while time passes: sources bring messages to the [Lanes], one writer keeps the books,
/// and tasks around it answer its questions, write its tables and copy its file. Each task here is
/// one loop that the supervisor of `runtime` keeps going; none knows another.
@NullMarked
package io.assay.app.live;

import org.jspecify.annotations.NullMarked;
