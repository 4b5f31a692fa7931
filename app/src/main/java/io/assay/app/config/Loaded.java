package io.assay.app.config;

import io.assay.app.config.binding.Effective;
import io.assay.app.config.document.Problem;
import java.util.List;

/// What came of loading a configuration.
public sealed interface Loaded {
  /// It can be used.
  ///
  /// @param values every value in force and where it comes from
  record Fine(Settings settings, List<Effective> values) implements Loaded {
    public Fine {
      values = List.copyOf(values);
    }
  }

  /// It cannot.
  ///
  /// @param problems everything that is wrong, in the order of the file, then the environment
  record Wrong(List<Problem> problems) implements Loaded {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
