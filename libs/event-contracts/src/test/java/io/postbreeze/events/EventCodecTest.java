package io.postbreeze.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final TargetFailed FAILED = new TargetFailed(
            "pub_1",
            "post_1",
            "tgt_1",
            "ws_1",
            "soc_1",
            5,
            "TT_X",
            "Because.",
            1,
            Instant.parse("2026-12-02T12:00:00Z"));
    private static final EventEnvelope<TargetFailed> ENVELOPE = new EventEnvelope<>(
            "evt_1", Instant.parse("2026-12-02T12:00:00.123Z"), "/publisher", "00-ab-cd-01", FAILED);

    @Test
    void anEnvelopeSurvivesTheWayThroughARecord() {
        EventEnvelope<?> read = EventCodec.read(EventCodec.headers(ENVELOPE), EventCodec.body(FAILED));

        assertThat(read).isEqualTo(ENVELOPE);
    }

    @Test
    void theHeadersAreCloudEventsInBinaryMode() {
        assertThat(EventCodec.headers(ENVELOPE))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "io.postbreeze.TargetFailed")
                .containsEntry("ce_subject", "post_1")
                .containsEntry("ce_time", "2026-12-02T12:00:00.123Z")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void aFieldFromTheFutureIsIgnored() {
        String newer = EventCodec.body(FAILED).replaceFirst("\\{", "{\"invented\":{\"later\":[1]},");

        assertThat(EventCodec.readBody("io.postbreeze.TargetFailed", newer)).isEqualTo(FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_time"})
    void aMissingAttributeIsMalformed(String header) {
        Map<String, String> headers = new HashMap<>(EventCodec.headers(ENVELOPE));
        headers.remove(header);

        assertThatThrownBy(() -> EventCodec.read(headers, EventCodec.body(FAILED)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "null", "[]", "{}", "{\"publicationId\":\"pub_1\"}"})
    void aValueOfAnotherShapeIsMalformed(String body) {
        assertThatThrownBy(() -> EventCodec.readBody("io.postbreeze.TargetFailed", body))
                .isInstanceOf(MalformedEventException.class);
    }

    @Test
    void aNullWhereNoneMayBeIsMalformed() {
        String holed = EventCodec.body(FAILED).replace("\"TT_X\"", "null");

        assertThatThrownBy(() -> EventCodec.readBody("io.postbreeze.TargetFailed", holed))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("code");
    }

    @Test
    void anUnknownTypeIsMalformed() {
        assertThatThrownBy(() -> EventCodec.readBody("io.postbreeze.TargetAteMyHomework", "{}"))
                .isInstanceOf(MalformedEventException.class);
    }
}
