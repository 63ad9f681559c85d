package io.postbreeze.events;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code ce_type} of each event: a prefix and the simple name of its record. */
public final class EventTypes {
    private static final String PREFIX = "io.postbreeze.";

    /** Every event there is. */
    public static final List<Class<? extends Event>> ALL = List.of(
            PostScheduled.class,
            TargetPublishing.class,
            TargetPublished.class,
            TargetPostIdentified.class,
            TargetFailed.class,
            AccountConnected.class,
            AccountDisconnected.class,
            AccountTokenExpired.class,
            PublicationNoticed.class,
            MediaReady.class,
            MediaRejected.class,
            MetricsRefreshed.class);

    private static final Map<String, Class<? extends Event>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventTypes::of, Function.identity()));

    private EventTypes() {}

    /** The type name of an event class. */
    public static String of(Class<? extends Event> event) {
        return PREFIX + event.getSimpleName();
    }

    /** The class of a type name, null when this version does not know it. */
    public static @Nullable Class<? extends Event> find(String type) {
        return BY_TYPE.get(type);
    }
}
