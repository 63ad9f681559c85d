package io.postbreeze.media.fetch;

import io.postbreeze.media.inspection.FirstLook;
import io.postbreeze.media.inspection.RejectionCode;
import io.postbreeze.safehttp.UnsafeTargetException.Reason;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;

/** What users are told when nothing can be had from a URL: what was found, and what to do instead. */
final class Refusals {
    private static final String UPLOAD = "or download the file and upload it by POST /media/presign.";

    /** Share links of these services open a page; how each can be told to give the file. By the host's end. */
    private static final Map<String, String> ADVICE = new LinkedHashMap<>();

    static {
        ADVICE.put(
                "drive.google.com",
                "Google Drive links open a viewer: share the file with anyone who has the link and use"
                        + " https://drive.usercontent.google.com/download?id=FILE_ID&export=download&confirm=t, ");
        ADVICE.put(
                "docs.google.com",
                "Google Drive links open a viewer: use"
                        + " https://drive.usercontent.google.com/download?id=FILE_ID&export=download&confirm=t, ");
        ADVICE.put("accounts.google.com", "Google asks to sign in: share the file with anyone who has the link, ");
        ADVICE.put("photos.google.com", "Google Photos gives no address of a file: ");
        ADVICE.put("photos.app.goo.gl", "Google Photos gives no address of a file: ");
        ADVICE.put("dropbox.com", "Dropbox links open a page: replace dl=0 by dl=1 in the URL, ");
        ADVICE.put("1drv.ms", "OneDrive links open a page: use the link of its Download button, ");
        ADVICE.put("onedrive.live.com", "OneDrive links open a page: use the link of its Download button, ");
        ADVICE.put("sharepoint.com", "SharePoint links open a page: append &download=1 to a link for anyone, ");
        ADVICE.put("icloud.com", "iCloud links open a page and give no address of a file: ");
        ADVICE.put("wetransfer.com", "WeTransfer links open a page: ");
        ADVICE.put("we.tl", "WeTransfer links open a page: ");
    }

    private Refusals() {}

    static FetchFailure unsafe(Reason reason, Collection<Integer> ports) {
        return switch (reason) {
            case MALFORMED ->
                new FetchFailure(
                        RejectionCode.MEDIA_URL_INVALID,
                        "This is no URL: send an absolute one of at most 2,048 characters, with special ones escaped.");
            case SCHEME -> forbidden("The URL must begin with https:// or http://.");
            case USER_INFO -> forbidden("The URL must not contain a user or a password.");
            case PORT ->
                forbidden("Files are fetched from ports "
                        + String.join(
                                ", ",
                                ports.stream().sorted().map(String::valueOf).toList()) + " only.");
            case HOST -> forbidden("The URL's host is no domain name.");
            case UNRESOLVED ->
                new FetchFailure(
                        RejectionCode.MEDIA_URL_UNREACHABLE, "The URL's host has no address. Is it spelled correctly?");
            case NOT_PUBLIC -> forbidden("The URL, or where it redirects to, is not on the public internet.");
        };
    }

    private static FetchFailure forbidden(String message) {
        return new FetchFailure(RejectionCode.MEDIA_URL_FORBIDDEN, message);
    }

    static FetchFailure unreachable(Throwable cause) {
        return new FetchFailure(
                RejectionCode.MEDIA_URL_UNREACHABLE,
                cause instanceof SSLException
                        ? "The server's certificate cannot be trusted."
                        : "The server could not be reached, or hung up. Try again later.");
    }

    static FetchFailure status(int status) {
        String meaning = switch (status) {
            case 401, 403 -> "the link needs a sign-in, or has expired";
            case 404, 410 -> "there is no such file";
            case 429 -> "it is asked too often; try again later";
            default -> status >= 500 ? "it is in trouble; try again later" : "a file comes with 200";
        };
        return new FetchFailure(RejectionCode.MEDIA_URL_STATUS, "The server answered " + status + ": " + meaning + ".");
    }

    static FetchFailure empty() {
        return new FetchFailure(RejectionCode.MEDIA_EMPTY, "The server sent no bytes.");
    }

    /** For bytes that can never be posted. */
    static FetchFailure useless(FirstLook look, String host) {
        if (look.kind() == FirstLook.Kind.UNSUPPORTED) {
            return new FetchFailure(
                    RejectionCode.MEDIA_FORMAT_UNSUPPORTED,
                    "The file is " + look.description()
                            + ". Convert it to MP4, MOV or WebM, or a photo to JPEG, PNG or WebP.");
        }
        return new FetchFailure(
                RejectionCode.MEDIA_URL_NOT_MEDIA,
                "What the URL gives is " + look.description() + ". " + advice(host) + UPLOAD);
    }

    private static String advice(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return ADVICE.entrySet().stream()
                .filter(entry -> lower.equals(entry.getKey()) || lower.endsWith("." + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Name the address of the file itself, one that gives its bytes without a sign-in, ");
    }
}
