/** What was received, read from its bytes. */
@NullMarked
package io.postbreeze.sandbox.inspection;

import org.jspecify.annotations.NullMarked;
