/// Tells people and other programs outside: a webhook for notices, a ping that says we are alive.
/// Addresses are secrets here: they stand in no log, no exception and no name.
@NullMarked
package io.assay.adapters.notice;

import org.jspecify.annotations.NullMarked;
