/// What an operator can set: one record a section, each key documented where it is declared, and
/// the way from a file and the environment to all of them.
@NullMarked
package io.assay.app.config;

import org.jspecify.annotations.NullMarked;
