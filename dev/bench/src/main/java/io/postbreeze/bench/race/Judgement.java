package io.postbreeze.bench.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Holds what the API said against what TikTok has. */
final class Judgement {
    private static final int CANCELED = 200;
    private static final int TOO_LATE = 409;

    private Judgement() {}

    /** @param onTikTok captions of everything that was begun there, one for each time */
    static RaceReport of(List<Verdict> verdicts, List<String> onTikTok) {
        List<String> faults = new ArrayList<>();
        int canceled = 0;
        int tooLate = 0;
        for (Verdict verdict : verdicts) {
            int times = Collections.frequency(onTikTok, verdict.caption());
            if (verdict.status() == CANCELED) {
                canceled++;
            } else if (verdict.status() == TOO_LATE) {
                tooLate++;
            }
            if (!isKept(verdict.status(), times)) {
                faults.add("%s: cancelling was answered %d, and it was posted %d times"
                        .formatted(verdict.caption(), verdict.status(), times));
            }
        }
        return new RaceReport(canceled, tooLate, faults);
    }

    private static boolean isKept(int status, int times) {
        return status == CANCELED ? times == 0 : status == TOO_LATE && times == 1;
    }
}
