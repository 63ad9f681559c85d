/** Photos as TikTok takes them: ordered ahead of their time, made once, found under a public address. */
@NullMarked
package io.postbreeze.media.rendition;

import org.jspecify.annotations.NullMarked;
