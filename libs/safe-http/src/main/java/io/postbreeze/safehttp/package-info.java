/** Requests to addresses that users name: never into our own network. */
@NullMarked
package io.postbreeze.safehttp;

import org.jspecify.annotations.NullMarked;
