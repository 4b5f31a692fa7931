package io.assay.app.api;

import io.assay.app.web.Action;
import io.assay.app.web.Answer;
import io.assay.app.web.Refusal;
import io.assay.app.web.Request;
import io.assay.app.web.Resource;
import io.assay.app.web.Route;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import java.util.List;

/// The dead letters: page by page, one with its payload, and what can be done to it.
record LetterRoutes(DeadLetters letters, Controls controls) {
  private static final String ROOT = LetterPage.PATH;
  private static final Request.Range AFTER = new Request.Range(0, Long.MAX_VALUE, 0);
  private static final Request.Range LIMIT = new Request.Range(1, 1000, 100);

  List<Route> routes() {
    return List.of(
        new Resource(ROOT, Route.Access.READ, this::page),
        new Resource(ROOT + "/{id}", Route.Access.READ, this::letter),
        Action.post(
            ROOT + "/{id}/replay",
            request -> SystemApi.done(controls.replay(request.id("id")), named(request))),
        Action.delete(
            ROOT + "/{id}",
            request -> SystemApi.done(letters.drop(request.id("id")), named(request))));
  }

  private static String named(Request request) {
    return "dead letter " + request.path("id");
  }

  private Answer page(Request request) {
    int limit = (int) request.number("limit", LIMIT);
    return Answer.json(LetterPage.of(letters, request.number("after", AFTER), limit));
  }

  private Answer letter(Request request) {
    DeadLetter letter = letters.find(request.id("id"));
    if (letter == null) {
      throw Refusal.unknown(named(request));
    }
    return Answer.json(letter);
  }
}
