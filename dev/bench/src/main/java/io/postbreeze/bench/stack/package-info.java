/** The stack that runs here, as a customer sees it. */
@NullMarked
package io.postbreeze.bench.stack;

import org.jspecify.annotations.NullMarked;
