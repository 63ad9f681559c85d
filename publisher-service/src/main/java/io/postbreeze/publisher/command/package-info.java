/** What other services ask publisher-service to change. */
@NullMarked
package io.postbreeze.publisher.command;

import org.jspecify.annotations.NullMarked;
