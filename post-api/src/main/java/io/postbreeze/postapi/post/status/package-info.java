/** What a post's state follows from: plain rules. */
@NullMarked
package io.postbreeze.postapi.post.status;

import org.jspecify.annotations.NullMarked;
