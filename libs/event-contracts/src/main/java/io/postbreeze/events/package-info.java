/** The events that the services exchange: what happened, in the words of the domain, as CloudEvents over Kafka. */
@NullMarked
package io.postbreeze.events;

import org.jspecify.annotations.NullMarked;
