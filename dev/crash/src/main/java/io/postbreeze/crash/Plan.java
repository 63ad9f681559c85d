package io.postbreeze.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens in one round: the same seed gives the same plan.
 *
 * @param number of the round, from 0
 * @param disturbance what is done to the stack
 * @param subjects the posts
 */
record Plan(int number, Disturbance disturbance, List<Subject> subjects) {
    private static final Subject.File[] FILES = Subject.File.values();
    private static final String SHORT_PATIENCE = "PT1M";

    Plan {
        subjects = List.copyOf(subjects);
    }

    /**
     * A round's plan.
     *
     * @param seed of the whole matrix
     * @param posts how many posts go out
     * @param accounts how many accounts there are; each post of a round has its own
     */
    static Plan of(long seed, int number, int posts, int accounts) {
        Random random = new Random(seed * 31_337 + number);
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            int account = (number * posts + i) % accounts;
            subjects.add(subject(random, "crash %d, round %d, post %d".formatted(seed, number, i), account));
        }
        return new Plan(number, Disturbance.any(random, Rig.REPLICAS), subjects);
    }

    private static Subject subject(Random random, String caption, int account) {
        Subject.File file = FILES[random.nextInt(FILES.length)];
        List<TikTokFault> faults = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            faults.add(TikTokFault.any(random, file.isVideo()));
        }
        boolean losesItsAccount = faults.stream().anyMatch(TikTokFault::revokesToken);
        return new Subject(caption, file, account, faults, losesItsAccount ? SHORT_PATIENCE : "");
    }
}
