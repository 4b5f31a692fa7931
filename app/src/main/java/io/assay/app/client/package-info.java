/// Asks the running system over HTTP, as any program could.
@NullMarked
package io.assay.app.client;

import org.jspecify.annotations.NullMarked;
