/** A TikTok to develop against: strict where TikTok is, on this machine only. */
@NullMarked
package io.postbreeze.sandbox;

import org.jspecify.annotations.NullMarked;
