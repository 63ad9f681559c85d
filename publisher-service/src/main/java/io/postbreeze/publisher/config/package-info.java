/** Settings of the publisher, each with its unit and default. */
@NullMarked
package io.postbreeze.publisher.config;

import org.jspecify.annotations.NullMarked;
