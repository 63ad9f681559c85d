/** Cancelling against publishing, on a running stack. */
@NullMarked
package io.postbreeze.bench.race;

import org.jspecify.annotations.NullMarked;
