/// What an operator must be told: rules that wait before they fire, alerts that are damped,
/// grouped, silenced and acknowledged, and notices that find a route that works. Evaluating and
/// delivering are two steps, so that a slow route never holds up a rule. Knows no other room; what
/// is watched comes in through the rules.
@NullMarked
package io.assay.runtime.alert;

import org.jspecify.annotations.NullMarked;
