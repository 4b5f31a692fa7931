/// What commands have in common: how an operator types files, instants and the configuration, and
/// the codes that a command exits with.
@NullMarked
package io.assay.app.cli.option;

import org.jspecify.annotations.NullMarked;
