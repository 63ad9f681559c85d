/** What publication events change. */
@NullMarked
package io.postbreeze.postapi.publication;

import org.jspecify.annotations.NullMarked;
