/** Content Posting: creator info, init, status. */
@NullMarked
package io.postbreeze.sandbox.publish;

import org.jspecify.annotations.NullMarked;
