/// Files of token lists: the form of tokenlists.org and that of Jupiter.
@NullMarked
package io.assay.adapters.tokenlist;

import org.jspecify.annotations.NullMarked;
