/** When to try again, when to give up, how to sign: plain rules. */
@NullMarked
package io.postbreeze.postapi.webhook.rules;

import org.jspecify.annotations.NullMarked;
