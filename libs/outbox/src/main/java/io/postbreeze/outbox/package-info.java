/** Events leave with the transaction that caused them, and take effect once where they arrive. */
@NullMarked
package io.postbreeze.outbox;

import org.jspecify.annotations.NullMarked;
