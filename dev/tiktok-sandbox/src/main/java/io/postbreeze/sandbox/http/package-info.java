/** How answers look on the wire. */
@NullMarked
package io.postbreeze.sandbox.http;

import org.jspecify.annotations.NullMarked;
