/** Tells customers' endpoints what happened: at least once, in the order of each post. */
@NullMarked
package io.postbreeze.postapi.webhook;

import org.jspecify.annotations.NullMarked;
