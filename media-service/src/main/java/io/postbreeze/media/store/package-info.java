/** The object store: presigned requests, and reading what was stored. */
@NullMarked
package io.postbreeze.media.store;

import org.jspecify.annotations.NullMarked;
