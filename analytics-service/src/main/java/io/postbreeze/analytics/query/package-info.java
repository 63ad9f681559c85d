/** The numbers as users ask for them. */
@NullMarked
package io.postbreeze.analytics.query;

import org.jspecify.annotations.NullMarked;
