/** From scheduled posts on Kafka to publications in the database. */
@NullMarked
package io.postbreeze.publisher.intake;

import org.jspecify.annotations.NullMarked;
