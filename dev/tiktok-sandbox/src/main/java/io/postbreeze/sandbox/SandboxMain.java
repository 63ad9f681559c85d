package io.postbreeze.sandbox;

/** Runs the sandbox until it is told to stop. */
public final class SandboxMain {
    private SandboxMain() {}

    /** Configured by {@code SANDBOX_…} variables alone. */
    public static void main(String[] arguments) {
        try {
            Sandbox sandbox = Sandbox.start(SandboxConfig.fromEnvironment(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            System.out.println("TikTok sandbox: " + sandbox.baseUrl());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
