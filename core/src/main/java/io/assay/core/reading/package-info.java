/// What a message really says: addresses, symbols, announcements, and whether it is a call at all.
/// Pure: the same message always reads the same. Uses `message` and `asset`.
@NullMarked
package io.assay.core.reading;

import org.jspecify.annotations.NullMarked;
