/** Where TikTok fetches from: domains and URL prefixes that its developer portal has verified. */
@NullMarked
package io.postbreeze.media.domain;

import org.jspecify.annotations.NullMarked;
