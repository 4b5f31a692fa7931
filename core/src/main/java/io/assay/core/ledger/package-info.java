/// How it is written down: the journal of entries with its hash chain, the archive of bulk
/// evidence, and the ledger that is folded from them. Ports here, their in-memory forms beside
/// them.
@NullMarked
package io.assay.core.ledger;

import org.jspecify.annotations.NullMarked;
