package io.postbreeze.analytics;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Gives beans chance; tests put a generator of their own in its place. */
@ApplicationScoped
class Randomness {
    @Produces
    @DefaultBean
    @ApplicationScoped
    RandomGenerator random() {
        return () -> ThreadLocalRandom.current().nextLong();
    }
}
