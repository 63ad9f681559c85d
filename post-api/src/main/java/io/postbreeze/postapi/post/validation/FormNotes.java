package io.postbreeze.postapi.post.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a request's form, and which values were therefore never read. */
final class FormNotes {
    private final List<Broken> broken = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();

    void broken(String path, PostRule rule, String message) {
        broken.add(new Broken(path, rule, message));
    }

    /** A value is there but was not understood: whatever a rule says of it would only confuse. */
    void unread(String path) {
        unread.add(path);
    }

    boolean isEmpty() {
        return broken.isEmpty();
    }

    List<Broken> broken() {
        return List.copyOf(broken);
    }

    Set<String> unread() {
        return Set.copyOf(unread);
    }
}
