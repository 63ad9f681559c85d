/** How published posts do: their numbers, read from TikTok again and again and kept. */
@NullMarked
package io.postbreeze.analytics;

import org.jspecify.annotations.NullMarked;
