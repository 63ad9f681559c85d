/** What media-service costs, on the stack that runs. */
@NullMarked
package io.postbreeze.bench.media;

import org.jspecify.annotations.NullMarked;
