package io.postbreeze.crash.failpoint;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * Weaves failpoints into a service while it is loaded, so that what dies is the packaged program as it is shipped:
 * {@code -javaagent:crash.jar=<directory>}.
 */
public final class FailpointAgent {
    private FailpointAgent() {}

    /**
     * Called by the JVM before the service's own main.
     *
     * @param directory where failpoints are armed; see {@link Failpoints}
     */
    public static void premain(String directory, Instrumentation instrumentation) {
        Failpoints.armedIn(Path.of(directory));
        instrumentation.addTransformer(new FailpointWeaver());
    }
}
