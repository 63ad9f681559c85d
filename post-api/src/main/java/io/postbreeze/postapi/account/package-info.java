/** Social accounts: connecting them, keeping their tokens, handing tokens to our services. */
@NullMarked
package io.postbreeze.postapi.account;

import org.jspecify.annotations.NullMarked;
