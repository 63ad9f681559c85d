/** What the publisher measures of itself. */
@NullMarked
package io.postbreeze.publisher.metrics;

import org.jspecify.annotations.NullMarked;
