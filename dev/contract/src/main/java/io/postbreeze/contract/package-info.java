/** The public API's document: composed of what the services generate and of the examples kept in this module. */
@NullMarked
package io.postbreeze.contract;

import org.jspecify.annotations.NullMarked;
