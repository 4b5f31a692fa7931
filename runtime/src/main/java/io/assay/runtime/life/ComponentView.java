package io.assay.runtime.life;

import io.assay.runtime.Criticality;
import io.assay.runtime.State;
import java.time.Instant;

/// A component as the operator sees it.
///
/// @param since when it came into its state
public record ComponentView(
    String name, Phase phase, Criticality criticality, State state, Instant since) {}
