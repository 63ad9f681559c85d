package io.postbreeze.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the rules of a part of the reference. */
final class Book {
    private final List<Rule> rules = new ArrayList<>();

    /** Takes the admin API; proves the codes. */
    void rule(String section, String title, Rule.Body body, String... proves) {
        rules.add(new Rule(section, title, Set.of(proves), true, body));
    }

    /** Can be asked of anyone who gave us a token; nothing becomes visible. */
    void anywhere(String section, String title, Rule.Body body, String... proves) {
        rules.add(new Rule(section, title, Set.of(proves), false, body));
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** Every rule there is. */
    static List<Rule> all() {
        Book book = new Book();
        OAuthRules.write(book);
        TokenRules.write(book);
        InitRules.write(book);
        ChunkRules.write(book);
        UploadRules.write(book);
        QuotaRules.write(book);
        StatusRules.write(book);
        PullRules.write(book);
        PhotoRules.write(book);
        WebhookRules.write(book);
        DisplayRules.write(book);
        BusinessRules.write(book);
        FaultRules.write(book);
        return book.rules();
    }
}
