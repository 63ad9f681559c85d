/** What TikTok tells us unasked. */
@NullMarked
package io.postbreeze.postapi.tiktokevents;

import org.jspecify.annotations.NullMarked;
