package io.postbreeze.offences.pure;

import io.quarkus.runtime.Quarkus;

class KnowsQuarkus {
    void stop() {
        Quarkus.asyncExit();
    }
}
