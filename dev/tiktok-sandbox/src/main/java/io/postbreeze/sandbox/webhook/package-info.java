/** Events that TikTok tells the app's callback: signed, at least once, in no promised order. */
@NullMarked
package io.postbreeze.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
