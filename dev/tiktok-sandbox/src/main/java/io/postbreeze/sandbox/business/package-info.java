/** The Business API: its own tokens, its own envelope, numbers that v2 does not have. */
@NullMarked
package io.postbreeze.sandbox.business;

import org.jspecify.annotations.NullMarked;
