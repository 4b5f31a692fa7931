/// Tasks that must not end, and what starts them again: supervision after Erlang/OTP. A [Task] does
/// the work, a [TaskContext] is its line to the supervisor, a [Supervisor] decides. [Delivery]
/// works single items at an edge.
@NullMarked
package io.assay.runtime.task;

import org.jspecify.annotations.NullMarked;
