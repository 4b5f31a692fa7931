/// The whole system: what it finds around it, and the one file in which everything is made.
@NullMarked
package io.assay.app.system;

import org.jspecify.annotations.NullMarked;
