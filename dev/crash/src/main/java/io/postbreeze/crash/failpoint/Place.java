package io.postbreeze.crash.failpoint;

import java.util.List;

/**
 * A method that gets a failpoint before and after it. It returns a Uni; "after" is when that has its item.
 *
 * @param className with slashes, as class files have it
 * @param method its name
 * @param kind first word of the failpoint's name
 * @param subject number of the parameter that the rest of the name is taken from, from 1
 */
record Place(String className, String method, String kind, int subject) {
    static final List<Place> ALL = List.of(
            new Place("io/postbreeze/publisher/store/Intake", "accept", "intake", 2),
            new Place("io/postbreeze/publisher/store/Claims", "claim", "claim", 2),
            new Place("io/postbreeze/publisher/store/Checkpoints", "write", "write", 2),
            new Place("io/postbreeze/publisher/steps/Steps", "perform", "perform", 2),
            new Place("io/postbreeze/outbox/EventSender", "send", "send", 1));
}
