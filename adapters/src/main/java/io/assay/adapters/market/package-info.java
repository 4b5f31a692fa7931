/// The price engine: who is asked for what and when, inside budgets that are never exceeded. What
/// decides ([Dispatch], [Line], [Budget]) is told the time and does no I/O; [PriceEngine] gives it
/// threads and sends what it says. Knows providers by their port alone.
@NullMarked
package io.assay.adapters.market;

import org.jspecify.annotations.NullMarked;
