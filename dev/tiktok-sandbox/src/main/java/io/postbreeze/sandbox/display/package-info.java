/** Display API: profiles, videos, their numbers. */
@NullMarked
package io.postbreeze.sandbox.display;

import org.jspecify.annotations.NullMarked;
