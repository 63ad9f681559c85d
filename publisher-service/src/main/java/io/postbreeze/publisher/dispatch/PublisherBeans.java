package io.postbreeze.publisher.dispatch;

import io.postbreeze.publisher.config.PublisherConfig;
import io.postbreeze.publisher.publication.PublicationMachine;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The pure centre and its chance as beans. */
@ApplicationScoped
class PublisherBeans {
    @Produces
    @Singleton
    PublicationMachine machine(PublisherConfig config) {
        return new PublicationMachine(config.giveUpAfter());
    }

    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
