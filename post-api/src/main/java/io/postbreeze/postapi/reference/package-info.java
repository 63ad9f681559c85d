/** The API's reference for people: the page at {@code /docs}. */
@NullMarked
package io.postbreeze.postapi.reference;

import org.jspecify.annotations.NullMarked;
