/** The public API: workspaces, keys, accounts and posts. */
@NullMarked
package io.postbreeze.postapi;

import org.jspecify.annotations.NullMarked;
