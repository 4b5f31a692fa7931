/// Tables of the ledger as typed values, held at hand while they change. Uses `ledger`.
@NullMarked
package io.assay.core.drawer;

import org.jspecify.annotations.NullMarked;
