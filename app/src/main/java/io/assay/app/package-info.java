/// Everything wired together: the command line and its commands. The one module that names vendors.
@NullMarked
package io.assay.app;

import org.jspecify.annotations.NullMarked;
