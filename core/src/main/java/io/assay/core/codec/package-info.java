/// How addresses are written: alphabets, checksums, hashes. Knows nothing of chains. Uses `canon`
/// for its hash alone.
@NullMarked
package io.assay.core.codec;

import org.jspecify.annotations.NullMarked;
