/** Claims what is due and works on it, one replica among many. */
@NullMarked
package io.postbreeze.publisher.dispatch;

import org.jspecify.annotations.NullMarked;
