/** Secrets at rest: sealed, and bound to their place. */
@NullMarked
package io.postbreeze.postapi.vault;

import org.jspecify.annotations.NullMarked;
