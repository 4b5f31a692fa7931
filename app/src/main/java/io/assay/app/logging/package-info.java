/// The log of the process: where it goes, how its lines look, how its file is put away.
@NullMarked
package io.assay.app.logging;

import org.jspecify.annotations.NullMarked;
