/** What the sandbox remembers, over restarts too. */
@NullMarked
package io.postbreeze.sandbox.state;

import org.jspecify.annotations.NullMarked;
