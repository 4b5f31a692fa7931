/// What the process uses and what it does about it, how long its stages take, what it has counted:
/// measured once, shown everywhere. What could not be measured has a reason instead of a number.
@NullMarked
package io.assay.runtime.measure;

import org.jspecify.annotations.NullMarked;
