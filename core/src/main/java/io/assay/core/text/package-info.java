/// What the eye sees of a text: characters folded, words, and the phrases of a lexicon. Knows
/// nothing of tokens. Uses no other package.
@NullMarked
package io.assay.core.text;

import org.jspecify.annotations.NullMarked;
