package io.postbreeze.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.media.inspection.FirstLook;
import io.postbreeze.media.inspection.RejectionCode;
import io.postbreeze.safehttp.UnsafeTargetException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
    private static final FirstLook PAGE =
            FirstLook.at("\n <!DOCTYPE html><html>Sign in</html>".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({
        "drive.google.com, drive.usercontent.google.com",
        "accounts.google.com, anyone who has the link",
        "www.dropbox.com, dl=1",
        "DROPBOX.com, dl=1",
        "1drv.ms, Download button",
        "someone.sharepoint.com, download=1",
        "www.icloud.com, iCloud links open a page",
        "example.com, without a sign-in",
        "notdropbox.com, without a sign-in"
    })
    void aSharingPageIsToldWithWhatToDoInstead(String host, String advice) {
        FetchFailure told = Refusals.useless(PAGE, host);

        assertThat(told.rejection().code()).isEqualTo(RejectionCode.MEDIA_URL_NOT_MEDIA);
        assertThat(told.rejection().message()).contains("a web page", advice, "POST /media/presign");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyUnsafeAddressHasItsAnswer(Reason reason) {
        assertThat(Refusals.unsafe(reason, List.of(443, 80)).rejection().message())
                .isNotBlank();
    }
}
