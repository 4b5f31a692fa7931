/// How addresses are written: alphabets, checksums, hashes. Knows nothing of chains. Uses no other
/// package.
@NullMarked
package io.assay.core.codec;

import org.jspecify.annotations.NullMarked;
