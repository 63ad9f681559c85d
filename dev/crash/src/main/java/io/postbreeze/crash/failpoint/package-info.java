/** Places in the services' code at which a process can be made to die or to stand still, by an agent of tests only. */
@NullMarked
package io.postbreeze.crash.failpoint;

import org.jspecify.annotations.NullMarked;
