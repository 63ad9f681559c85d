/** The one place that knows TikTok's wire format: ports, their HTTP adapter and the closed family of failures. */
@NullMarked
package io.postbreeze.tiktok;

import org.jspecify.annotations.NullMarked;
