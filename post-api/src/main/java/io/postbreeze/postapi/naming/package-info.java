/** What people call things, and what they meant by it. */
@NullMarked
package io.postbreeze.postapi.naming;

import org.jspecify.annotations.NullMarked;
