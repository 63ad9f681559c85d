/** Real servers inside the test's JVM, a clock that tests move, sample files, and the rules every module keeps. */
@NullMarked
package io.postbreeze.testkit;

import org.jspecify.annotations.NullMarked;
