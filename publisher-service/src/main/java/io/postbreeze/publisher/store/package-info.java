/** Publications and their timeline in PostgreSQL. Every write is fenced by lease and version. */
@NullMarked
package io.postbreeze.publisher.store;

import org.jspecify.annotations.NullMarked;
