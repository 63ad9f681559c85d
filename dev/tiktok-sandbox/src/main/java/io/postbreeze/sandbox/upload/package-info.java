/** The chunks of an upload. */
@NullMarked
package io.postbreeze.sandbox.upload;

import org.jspecify.annotations.NullMarked;
