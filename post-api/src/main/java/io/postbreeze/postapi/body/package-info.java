/** Reading small JSON bodies strictly. */
@NullMarked
package io.postbreeze.postapi.body;

import org.jspecify.annotations.NullMarked;
