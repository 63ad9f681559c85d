/** Files that are fetched from URLs which users name. */
@NullMarked
package io.postbreeze.media.fetch;

import org.jspecify.annotations.NullMarked;
