/// How the parts and the whole are: checks on threads of their own with a deadline, hysteresis,
/// probes, vital signs once a minute, their history and the availability that follows from it.
/// Knows no other room; what life, tasks and measures know comes in through suppliers.
@NullMarked
package io.assay.runtime.health;

import org.jspecify.annotations.NullMarked;
