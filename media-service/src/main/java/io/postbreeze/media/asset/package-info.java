/** Media assets: files that users upload, what is known about them, and how others get at them. */
@NullMarked
package io.postbreeze.media.asset;

import org.jspecify.annotations.NullMarked;
