package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checked wish to upload.
 *
 * @param filename sanitised, not empty
 * @param type what is to be uploaded
 * @param bytes announced size, null if not announced
 * @param sha256 announced content in lower-case hexadecimal digits, null if not announced
 */
record UploadOrder(
        String filename,
        UploadType type,
        @Nullable Long bytes,
        @Nullable String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int LONGEST_NAME = 255;

    /** Checks a request; fails with 400 naming every wrong field. */
    static UploadOrder of(@Nullable PresignRequest request) {
        if (request == null) {
            throw new ApiException(400, "BAD_REQUEST", "Send a JSON object with filename and contentType.");
        }
        List<Violation> violations = new ArrayList<>();
        String filename = filename(request.filename(), violations);
        Optional<UploadType> type = type(request.contentType(), violations);
        checkBytes(request.bytes(), type, violations);
        String sha256 = sha256(request.sha256(), violations);
        if (type.isEmpty() || !violations.isEmpty()) {
            throw new ApiException(
                    400, "VALIDATION_FAILED", violations.getFirst().message(), violations);
        }
        return new UploadOrder(filename, type.get(), request.bytes(), sha256);
    }

    /** Checks a request for an upload in parts; fails with 400 naming every wrong field. */
    static UploadOrder inParts(@Nullable MultipartRequest request) {
        if (request == null || request.bytes() == null) {
            throw new ApiException(
                    400,
                    "VALIDATION_FAILED",
                    "An upload in parts needs filename, contentType and bytes.",
                    List.of(new Violation("bytes", "FIELD_REQUIRED", "bytes is missing.")));
        }
        return of(new PresignRequest(request.filename(), request.contentType(), request.bytes()));
    }

    private static String filename(@Nullable String given, List<Violation> violations) {
        if (given == null || given.isBlank()) {
            violations.add(new Violation("filename", "FIELD_REQUIRED", "filename is missing."));
            return "";
        }
        String sanitised = FileName.sanitised(given);
        if (given.length() > LONGEST_NAME || sanitised.isEmpty()) {
            violations.add(new Violation(
                    "filename", "FILENAME_INVALID", "filename must be a name of 1 to 255 characters without a path."));
        }
        return sanitised;
    }

    private static Optional<UploadType> type(@Nullable String given, List<Violation> violations) {
        if (given == null || given.isBlank()) {
            violations.add(new Violation("contentType", "FIELD_REQUIRED", "contentType is missing."));
            return Optional.empty();
        }
        Optional<UploadType> type = UploadType.of(given);
        if (type.isEmpty()) {
            violations.add(new Violation(
                    "contentType",
                    "CONTENT_TYPE_UNSUPPORTED",
                    "contentType must be that of a photo (JPEG, PNG, GIF, WebP, HEIC, HEIF), a video (MP4, MOV, AVI,"
                            + " WebM) or a PDF."));
        }
        return type;
    }

    private static @Nullable String sha256(@Nullable String given, List<Violation> violations) {
        if (given == null) {
            return null;
        }
        if (!SHA256.matcher(given).matches()) {
            violations.add(new Violation("sha256", "SHA256_INVALID", "sha256 must be 64 hexadecimal digits."));
        }
        return given.toLowerCase(Locale.ROOT);
    }

    private static void checkBytes(@Nullable Long bytes, Optional<UploadType> type, List<Violation> violations) {
        if (bytes == null) {
            return;
        }
        if (bytes < 1) {
            violations.add(new Violation("bytes", "BYTES_INVALID", "bytes must be 1 or more."));
        }
        type.filter(wanted -> bytes > wanted.mostBytes())
                .ifPresent(wanted -> violations.add(new Violation(
                        "bytes", "MEDIA_TOO_LARGE", "bytes must be at most " + wanted.mostBytes() + ".")));
    }
}
