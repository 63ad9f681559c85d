/** What every REST edge shares: who is calling, how errors look, how ids look. */
@NullMarked
package io.postbreeze.api;

import org.jspecify.annotations.NullMarked;
