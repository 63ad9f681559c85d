/** {@code ./postbreeze demo}: one video's way from upload to first numbers, as a client sees it. */
@NullMarked
package io.postbreeze.localstack.demo;

import org.jspecify.annotations.NullMarked;
