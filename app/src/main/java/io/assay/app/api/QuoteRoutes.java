package io.assay.app.api;

import io.assay.app.web.Answer;
import io.assay.app.web.Refusal;
import io.assay.app.web.Request;
import io.assay.app.web.Resource;
import io.assay.app.web.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last prices of watched calls: of one call, written as in [CallRoutes], and page by page, the
/// youngest first.
record QuoteRoutes(CallQuotes quotes) {
  static final String ROOT = "/api/v1/calls";
  static final String PAGE = ROOT + "/quotes";
  private static final Request.Range AFTER = new Request.Range(0, Integer.MAX_VALUE, 0);
  private static final Request.Range LIMIT = new Request.Range(1, 1000, 100);

  /// Some of the quotes.
  ///
  /// @param size how many there are in all
  /// @param next where those after these are; null where there are none
  record Page(List<CallQuote> quotes, int size, @Nullable String next) {}

  List<Route> routes() {
    return List.of(
        new Resource(PAGE, Route.Access.READ, this::page),
        new Resource(ROOT + "/{id}/quote", Route.Access.READ, this::quote));
  }

  private Answer page(Request request) {
    int after = (int) request.number("after", AFTER);
    int limit = (int) request.number("limit", LIMIT);
    List<CallQuote> shown = quotes.youngest(after, limit);
    int size = quotes.watched();
    boolean more = shown.size() == limit && after + limit < size;
    String next = more ? PAGE + "?after=" + (after + limit) + "&limit=" + limit : null;
    return Answer.json(new Page(shown, size, next));
  }

  private Answer quote(Request request) {
    String id = request.path("id").replace(':', '/');
    CallQuote found = quotes.find(id);
    if (found == null) {
      throw Refusal.unknown("watched call " + id);
    }
    return Answer.json(found);
  }
}
