/// The running system as its operator sees it and acts on it: figures, targets, alert rules, and
/// the answers to the questions of [io.assay.app.api]. Knows the parts, makes none of them.
@NullMarked
package io.assay.app.house;

import org.jspecify.annotations.NullMarked;
