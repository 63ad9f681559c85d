/** Request limits of API keys: what a window is and how a key stands with it. */
@NullMarked
package io.postbreeze.postapi.ratelimit;

import org.jspecify.annotations.NullMarked;
