/// HTTP: who may ask what, how it is refused, and how what is offered is written down. What is
/// offered is a list of [io.assay.app.web.Route]s, a [io.assay.app.web.Resource] to read or an
/// [io.assay.app.web.Action] to take each; later parts add theirs in the same way and see nothing
/// of the server underneath.
///
/// **JSON.** Keys are `snake_case`. Instants are ISO 8601 in UTC. Durations are numbers of seconds,
/// with a fraction where there is one, under their plain name (`uptime`, `age`). Sizes are bytes,
/// shares are ratios from 0 to 1, names of states are upper case. A value is null only where its
/// documentation says so, and then it means "not known", never zero.
///
/// **Errors** are RFC 9457, `application/problem+json`: `type`, `title`, `status`, `detail`,
/// `instance`, and `incident` where a bug was logged under that name.
///
/// **Who may.** A request must name the house by a name of its own (`Host`), so that no page can
/// reach it under a name that it controls. What acts needs the token and, where a browser says
/// where the request comes from (`Origin`), must come from the house itself. On loopback everybody
/// on the machine may read; elsewhere reading needs the token too, and only health is open. There
/// are no cookies and no permissions for other origins.
@NullMarked
package io.assay.app.web;

import org.jspecify.annotations.NullMarked;
