package io.assay.app.show;

import io.assay.app.record.CallFields;
import io.assay.app.record.CallsAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Some calls, one line each.
///
/// @param member under which programs find them
record CallsPart(String member, String title, CallsAnswer calls) implements Part {
  @Override
  public void print(Page page) {
    page.title(title);
    if (calls.found().calls().isEmpty()) {
      page.line("none");
    } else {
      page.table(calls.table());
    }
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    List<Map<String, @Nullable Object>> all =
        calls.found().calls().stream()
            .map(call -> CallFields.of(call, calls.titles(), calls.view()))
            .toList();
    json.put(member, all);
  }
}
