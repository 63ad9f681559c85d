/** Pages to look at: what this TikTok received. */
@NullMarked
package io.postbreeze.sandbox.page;

import org.jspecify.annotations.NullMarked;
