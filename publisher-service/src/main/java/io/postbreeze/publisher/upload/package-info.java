/** How a file is cut into the pieces that TikTok takes. Pure arithmetic. */
@NullMarked
package io.postbreeze.publisher.upload;

import org.jspecify.annotations.NullMarked;
