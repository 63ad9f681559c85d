package io.postbreeze.sandbox;

/** Runs the sandbox until it is told to stop. */
public final class SandboxMain {
    private SandboxMain() {}

    /** Configured by {@code SANDBOX_…} variables alone. */
    public static void main(String[] arguments) {
        try {
            SandboxConfig config = SandboxConfig.fromEnvironment(System.getenv());
            Sandbox sandbox = Sandbox.start(config);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            System.out.printf(
                    "TikTok sandbox   %1$s%noperator's page  %1$s/operator%ndata             %2$s%n",
                    sandbox.baseUrl(), config.dataDirectory().toAbsolutePath());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
