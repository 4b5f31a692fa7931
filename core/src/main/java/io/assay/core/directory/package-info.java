/// The full directory of coins and tokens: how its text is made of lists that anybody can write,
/// looked up, and compared with the one in force.
@NullMarked
package io.assay.core.directory;

import org.jspecify.annotations.NullMarked;
