package io.postbreeze.offences.time;

import java.time.Instant;

class ReadsTheWall {
    Instant now() {
        return Instant.now();
    }
}
