/** Answers other services' questions about publications. */
@NullMarked
package io.postbreeze.publisher.inquiry;

import org.jspecify.annotations.NullMarked;
