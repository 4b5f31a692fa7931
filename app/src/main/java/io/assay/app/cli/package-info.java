/// The command line: what is asked, what is answered, and the exit code.
@NullMarked
package io.assay.app.cli;

import org.jspecify.annotations.NullMarked;
