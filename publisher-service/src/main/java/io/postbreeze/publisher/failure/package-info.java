/** What to do about each failure: one pure function over one table. Nothing else decides about a retry. */
@NullMarked
package io.postbreeze.publisher.failure;

import org.jspecify.annotations.NullMarked;
