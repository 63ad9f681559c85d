/** Posts: creating them, showing them, telling how they fared. */
@NullMarked
package io.postbreeze.postapi.post;

import org.jspecify.annotations.NullMarked;
