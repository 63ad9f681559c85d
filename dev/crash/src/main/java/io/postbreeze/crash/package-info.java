/** Breaks a running stack on purpose, at random and yet repeatably, and judges by what TikTok has in the end. */
@NullMarked
package io.postbreeze.crash;

import org.jspecify.annotations.NullMarked;
