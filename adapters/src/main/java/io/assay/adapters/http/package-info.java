/// How we speak to servers: an endpoint whose failures are put into words of our own, what the head
/// of a reply means, and bodies that cannot grow without end. Knows no vendor.
@NullMarked
package io.assay.adapters.http;

import org.jspecify.annotations.NullMarked;
