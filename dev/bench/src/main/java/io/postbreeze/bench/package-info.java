/** Measures by ratio: a part of Postbreeze against the plain way of doing the same, in the same run. */
@NullMarked
package io.postbreeze.bench;

import org.jspecify.annotations.NullMarked;
