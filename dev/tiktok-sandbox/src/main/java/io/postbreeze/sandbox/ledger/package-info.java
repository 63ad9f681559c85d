/** Every call that came, without its secrets. */
@NullMarked
package io.postbreeze.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
