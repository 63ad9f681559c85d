/** What makes a post acceptable: plain rules over a request and the facts it refers to. */
@NullMarked
package io.postbreeze.postapi.post.validation;

import org.jspecify.annotations.NullMarked;
