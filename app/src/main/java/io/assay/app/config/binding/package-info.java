/// Records as the schema of a configuration: fills them from a YAML file and the environment, and
/// says everything that is wrong at once, with its place. Knows no key of Assay.
///
/// A component in camel case is a key in snake case; a record in a record is a section; a map from
/// an enum to records is a section whose keys are the enum's words. The record that is filled gives
/// the defaults. A component that may be null may be left unset.
@NullMarked
package io.assay.app.config.binding;

import org.jspecify.annotations.NullMarked;
