package io.postbreeze.localstack.demo;

import java.io.PrintStream;

/** Prints for people: in colour and with a moving progress bar on a terminal, as plain lines elsewhere. */
final class Terminal {
    private static final int BAR = 32;

    private final PrintStream out;
    private final boolean interactive;
    private String lastLine = "";

    Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** {@code ./postbreeze} tells by {@code POSTBREEZE_TERMINAL} whether the output is a terminal. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.getenv("POSTBREEZE_TERMINAL") != null);
    }

    void headline(String text) {
        out.println();
        line(interactive ? "\u001b[1;36m" + text + "\u001b[0m" : text);
    }

    void line(String text) {
        endProgress();
        out.println(text);
    }

    /**
     * Shows how far something is; repeated calls redraw one line, or print a line per change when it cannot be redrawn.
     */
    void progress(String label, long done, long total) {
        long share = total == 0 ? 0 : done * 100 / total;
        String text = interactive ? bar(label, share, done, total) : "  %s %d %%".formatted(label, share / 25 * 25);
        if (text.equals(lastLine)) {
            return;
        }
        lastLine = text;
        if (interactive) {
            out.print("\r\u001b[2K" + text);
            out.flush();
        } else {
            out.println(text);
        }
    }

    private static String bar(String label, long share, long done, long total) {
        int full = (int) (share * BAR / 100);
        return "  %-22s %s%s %3d %%  %s of %s"
                .formatted(label, "█".repeat(full), "░".repeat(BAR - full), share, megabytes(done), megabytes(total));
    }

    static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }

    private void endProgress() {
        if (interactive && !lastLine.isEmpty()) {
            out.println();
        }
        lastLine = "";
    }
}
