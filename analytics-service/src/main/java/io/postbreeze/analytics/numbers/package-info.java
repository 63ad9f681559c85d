/** The numbers of a post and how a new reading changes what is shown; plain values without a framework. */
@NullMarked
package io.postbreeze.analytics.numbers;

import org.jspecify.annotations.NullMarked;
