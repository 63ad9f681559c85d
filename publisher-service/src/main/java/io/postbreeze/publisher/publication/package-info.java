/** The life of a publication: states, facts, effects and the machine that joins them. Pure, without a framework. */
@NullMarked
package io.postbreeze.publisher.publication;

import org.jspecify.annotations.NullMarked;
