/// The desk: what the operation of the system leaves lying about, in a SQLite file of its own. Dead
/// letters, statistics, health history. Never an input of the fold, and no evidence: a desk that is
/// damaged is set aside, and a new one begun.
@NullMarked
package io.assay.adapters.desk;

import org.jspecify.annotations.NullMarked;
