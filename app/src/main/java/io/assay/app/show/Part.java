package io.assay.app.show;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of what is shown of something: lines for people, members for programs.
interface Part {
  void print(Page page);

  void put(Map<String, @Nullable Object> json);
}
