package io.postbreeze.events;

/**
 * Something that happened, named in the past tense. The simple name of the record is the event's type on the wire, so a
 * record is never renamed; fields are only ever added, and added as nullable.
 */
public sealed interface Event
        permits PostScheduled, PublicationEvent, AccountEvent, MediaEvent, PublicationNoticed, MetricsRefreshed {

    /** The aggregate this happened to; Kafka keeps the events of one key in order. */
    String key();

    /** The topic this event belongs to, one of {@link Topics}. */
    String topic();
}
