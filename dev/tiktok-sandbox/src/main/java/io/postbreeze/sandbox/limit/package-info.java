/** Limits per token and minute. */
@NullMarked
package io.postbreeze.sandbox.limit;

import org.jspecify.annotations.NullMarked;
