/** Makes photos into what TikTok takes. Plain Java: bytes in, bytes out, bounded in memory. */
@NullMarked
package io.postbreeze.media.picture;

import org.jspecify.annotations.NullMarked;
