package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Section 2.8: audit, bans, and what a day allows. */
final class QuotaRules {
    private static final String UNAUDITED = "unaudited_client_can_only_post_to_private_accounts";
    private static final String BANNED = "spam_risk_user_banned_from_posting";
    private static final String POSTS = "spam_risk_too_many_posts";
    private static final String USERS = "reached_active_user_cap";
    private static final String SHARES = "spam_risk_too_many_pending_share";

    private QuotaRules() {}

    static void write(Book book) {
        audit(book);
        bans(book);
        days(book);
    }

    private static void audit(Book book) {
        unaudited(book, false, Stage.PUBLIC, false);
        unaudited(book, false, "SELF_ONLY", false);
        unaudited(book, true, "FOLLOWER_OF_CREATOR", false);
        unaudited(book, true, "SELF_ONLY", true);
        book.rule(
                "2.8",
                "an unaudited app reaches five creators a day, not a sixth",
                stage -> {
                    stage.later(Duration.ofHours(25));
                    JsonObject kind = new JsonObject().put("audited", false).put("private", true);
                    for (int each = 0; each < 5; each++) {
                        Person who = stage.creator(kind);
                        Posting.upload(stage, who, "SELF_ONLY");
                    }
                    Person sixth = stage.creator(kind);
                    stage.api
                            .post(Api.INIT, sixth.token(), Bodies.video("SELF_ONLY"))
                            .is(403, USERS);
                    stage.api.post(Api.CREATOR, sixth.token(), new JsonObject()).is(200, USERS);
                    stage.later(Duration.ofHours(25));
                    String token = stage.token(sixth.openId(), Stage.ALL);
                    stage.api.post(Api.INIT, token, Bodies.video("SELF_ONLY")).ok();
                },
                USERS);
    }

    private static void unaudited(Book book, boolean isPrivate, String level, boolean passes) {
        String title = "an unaudited app, a " + (isPrivate ? "private" : "public") + " account and " + level;
        book.rule(
                "2.8",
                title,
                stage -> {
                    stage.later(Duration.ofHours(25));
                    Person who =
                            stage.creator(new JsonObject().put("audited", false).put("private", isPrivate));
                    Answer answer = stage.api.post(Api.INIT, who.token(), Bodies.video(level));
                    if (passes) {
                        answer.ok();
                    } else {
                        answer.is(403, UNAUDITED);
                    }
                },
                passes ? "ok" : UNAUDITED);
    }

    private static void bans(Book book) {
        JsonObject banned = new JsonObject().put("banned", true);
        book.rule(
                "2.1",
                "a banned creator is told with HTTP 200 and empty data",
                stage -> assertThat(stage.api
                                .post(Api.CREATOR, stage.creator(banned).token(), new JsonObject())
                                .is(200, BANNED)
                                .data())
                        .isEmpty(),
                BANNED);
        book.rule(
                "2.2",
                "a banned creator posts no video",
                stage -> stage.api
                        .post(Api.INIT, stage.creator(banned).token(), Bodies.video("SELF_ONLY"))
                        .is(403, BANNED));
        book.rule(
                "2.3",
                "a banned creator gets nothing into the inbox",
                stage -> stage.api
                        .post(
                                Api.INBOX,
                                stage.creator(banned).token(),
                                new JsonObject().put("source_info", Bodies.upload(1_000, 1_000, 1)))
                        .is(403, BANNED));
    }

    private static void days(Book book) {
        book.rule(
                "2.8",
                "the cap of a creator's day: init refuses, creator_info tells, a day later it is over",
                stage -> {
                    Person who = stage.creator(new JsonObject().put("postsPerDay", 2));
                    for (int each = 0; each < 2; each++) {
                        stage.settled(Posting.upload(stage, who, "SELF_ONLY"));
                    }
                    stage.api
                            .post(Api.INIT, who.token(), Bodies.video("SELF_ONLY"))
                            .is(403, POSTS);
                    assertThat(stage.api
                                    .post(Api.CREATOR, who.token(), new JsonObject())
                                    .is(200, POSTS)
                                    .data())
                            .isEmpty();
                    stage.later(Duration.ofHours(25));
                    String token = stage.token(who.openId(), Stage.ALL);
                    stage.api.post(Api.INIT, token, Bodies.video("SELF_ONLY")).ok();
                },
                POSTS);
        book.rule(
                "2.3",
                "five shares may be pending, not six, and a day later they may again",
                stage -> {
                    Person who = stage.person();
                    for (int each = 0; each < 5; each++) {
                        Posting.share(stage, who);
                    }
                    JsonObject sixth = new JsonObject().put("source_info", Bodies.upload(1_000, 1_000, 1));
                    stage.api.post(Api.INBOX, who.token(), sixth).is(403, SHARES);
                    stage.later(Duration.ofHours(25));
                    stage.api
                            .post(Api.INBOX, stage.token(who.openId(), Stage.ALL), sixth)
                            .ok();
                },
                SHARES);
        book.rule("2.3", "a share that was posted pends no more", stage -> {
            Person who = stage.person();
            String first = Posting.share(stage, who);
            for (int each = 0; each < 4; each++) {
                Posting.share(stage, who);
            }
            stage.reached(first, "SEND_TO_USER_INBOX");
            stage.admin("POST", "/publishes/" + first + "/complete", new JsonObject(), 200);
            Posting.share(stage, who);
        });
    }
}
