/// The demonstration: a simulated world, played through the real flow, and the judgement beside the
/// truth that only a simulation knows.
@NullMarked
package io.assay.app.demo;

import org.jspecify.annotations.NullMarked;
