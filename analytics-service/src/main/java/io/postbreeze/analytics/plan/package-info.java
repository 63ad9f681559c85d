/** Decides when a post is read and what a reading means; plain Java without a framework. */
@NullMarked
package io.postbreeze.analytics.plan;

import org.jspecify.annotations.NullMarked;
