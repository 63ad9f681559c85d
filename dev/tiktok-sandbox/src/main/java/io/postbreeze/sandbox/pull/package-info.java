/** Media that TikTok fetches by itself. */
@NullMarked
package io.postbreeze.sandbox.pull;

import org.jspecify.annotations.NullMarked;
