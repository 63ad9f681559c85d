/** TikTok's rules as cases over plain HTTP, sharing no code with our client or with the sandbox. */
@NullMarked
package io.postbreeze.conformance;

import org.jspecify.annotations.NullMarked;
