/** When a tracked post is read again, the reading itself, and what a failed one leads to. */
@NullMarked
package io.postbreeze.analytics.refresh;

import org.jspecify.annotations.NullMarked;
