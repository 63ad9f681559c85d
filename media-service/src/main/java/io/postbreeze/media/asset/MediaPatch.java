package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked change of what an owner says about a file. What is not named stays; null takes away.
 *
 * @param changes the fields that are named
 * @param filename the new name, null when it stays
 * @param altText the new text, null when there is none or it stays
 * @param labels the new labels, empty when there are none or they stay
 */
record MediaPatch(
        Set<String> changes,
        @Nullable String filename,
        @Nullable String altText,
        List<String> labels) {
    private static final Set<String> KNOWN = Set.of("filename", "altText", "labels");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_LABELS = 20;
    private static final int LONGEST_LABEL = 50;

    /** Checks a JSON object; fails with 400 naming every wrong field. */
    static MediaPatch of(@Nullable Map<String, Object> body) {
        if (body == null || body.isEmpty()) {
            throw new ApiException(
                    400, "BAD_REQUEST", "Send a JSON object with one or more of filename, altText and labels.");
        }
        List<Violation> violations = new ArrayList<>();
        body.keySet().stream()
                .filter(field -> !KNOWN.contains(field))
                .forEach(field -> violations.add(
                        new Violation(field, "UNKNOWN_FIELD", "Only filename, altText and labels can be changed.")));
        MediaPatch patch = new MediaPatch(
                Set.copyOf(body.keySet()),
                body.containsKey("filename") ? filename(body.get("filename"), violations) : null,
                altText(body.get("altText"), violations),
                labels(body.get("labels"), violations));
        if (!violations.isEmpty()) {
            throw new ApiException(
                    400, "VALIDATION_FAILED", violations.getFirst().message(), violations);
        }
        return patch;
    }

    private static String filename(@Nullable Object given, List<Violation> violations) {
        String name = given instanceof String text ? FileName.sanitised(text) : "";
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(new Violation(
                    "filename", "FILENAME_INVALID", "filename must be a name of 1 to 255 characters without a path."));
        }
        return name;
    }

    private static @Nullable String altText(@Nullable Object given, List<Violation> violations) {
        if (given == null) {
            return null;
        }
        if (given instanceof String text && text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0) {
            return text;
        }
        violations.add(new Violation(
                "altText", "ALT_TEXT_INVALID", "altText must be a text of at most " + LONGEST_TEXT + " characters."));
        return null;
    }

    private static List<String> labels(@Nullable Object given, List<Violation> violations) {
        if (given == null) {
            return List.of();
        }
        Set<String> labels = new LinkedHashSet<>();
        boolean sound = given instanceof List<?>;
        if (given instanceof List<?> list) {
            for (Object label : list) {
                if (label instanceof String text && isLabel(text.strip())) {
                    labels.add(text.strip());
                } else {
                    sound = false;
                }
            }
        }
        if (!sound || labels.size() > MOST_LABELS) {
            violations.add(new Violation(
                    "labels",
                    "LABELS_INVALID",
                    "labels must be a list of at most " + MOST_LABELS + " texts of 1 to " + LONGEST_LABEL
                            + " characters."));
        }
        return List.copyOf(labels);
    }

    private static boolean isLabel(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_LABEL && text.chars().noneMatch(Character::isISOControl);
    }

    /** Makes the change. */
    void apply(MediaAsset asset, Instant now) {
        if (filename != null) {
            asset.filename = filename;
        }
        if (changes.contains("altText")) {
            asset.altText = altText;
        }
        if (changes.contains("labels")) {
            asset.labels = labels;
        }
        asset.updatedAt = now;
    }
}
