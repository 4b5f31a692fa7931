/// Whether the judgement of channels does what it says, on channels of known skill: the benchmark
/// T1 to T5. It goes through `core.reputation.Judgements` and the cells that the fold keeps, and
/// copies no formula of theirs.
@NullMarked
package io.assay.bench.statistics;

import org.jspecify.annotations.NullMarked;
