/// GoPlus: what a token's contract allows, and who holds it.
@NullMarked
package io.assay.adapters.goplus;

import org.jspecify.annotations.NullMarked;
