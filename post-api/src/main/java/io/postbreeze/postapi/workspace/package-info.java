/** Workspaces: what everything else belongs to. */
@NullMarked
package io.postbreeze.postapi.workspace;

import org.jspecify.annotations.NullMarked;
