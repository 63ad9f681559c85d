/** Requests that are sent again and must not take effect again. */
@NullMarked
package io.postbreeze.postapi.idempotency;

import org.jspecify.annotations.NullMarked;
