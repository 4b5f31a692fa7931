/// What is shown on a terminal: in columns that hold whatever script a name is written in, in
/// colour where somebody looks on, and with nothing in it that a terminal would obey.
@NullMarked
package io.assay.app.screen;

import org.jspecify.annotations.NullMarked;
