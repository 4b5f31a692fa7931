/// How right the reading of real messages is, measured against oracles and against what people said
/// of the same messages. Prints tables; measures no speed.
@NullMarked
package io.assay.bench.accuracy;

import org.jspecify.annotations.NullMarked;
