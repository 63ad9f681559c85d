package io.postbreeze.postapi;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Gives beans chance that nobody can guess; tests put a generator of their own in its place. */
@ApplicationScoped
class Randomness {
    @Produces
    @DefaultBean
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
