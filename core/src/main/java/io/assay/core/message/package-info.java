/// What was posted: events of a channel, in one canonical form whatever source told of them. Uses
/// nothing else of the house.
@NullMarked
package io.assay.core.message;

import org.jspecify.annotations.NullMarked;
