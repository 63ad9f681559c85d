/** What a file really is, told by its bytes: pure, bounded, and safe with hostile input. */
@NullMarked
package io.postbreeze.media.inspection;

import org.jspecify.annotations.NullMarked;
