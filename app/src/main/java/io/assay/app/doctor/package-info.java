/// What the system needs from outside, tried piece by piece: what was tried, what came back, what
/// to do. Holds nothing and changes nothing.
@NullMarked
package io.assay.app.doctor;

import org.jspecify.annotations.NullMarked;
