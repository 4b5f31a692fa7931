/// What the running system offers over HTTP: how it is, what it does, what an operator may have it
/// do, and a way in for messages. The records here are the words of the API, for those who answer
/// and for those who ask; their JSON is as [io.assay.app.web] says.
@NullMarked
package io.assay.app.api;

import org.jspecify.annotations.NullMarked;
