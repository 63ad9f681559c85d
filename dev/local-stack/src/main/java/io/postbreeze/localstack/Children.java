package io.postbreeze.localstack;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The child processes: starts them, starts those anew that die, ends them all. */
final class Children implements AutoCloseable {
    private static final long END_MILLIS = 2_500;

    /** Whoever dies younger than this is not restarted at once. */
    private static final long YOUNG_SECONDS = 10;

    private static final long LONG_PAUSE_MILLIS = 3_000;

    /** Ctrl-C reaches the children, too: our own end must begin before a child's end is called a death. */
    private static final long PAUSE_MILLIS = 300;

    private final String mark;
    private final Consumer<String> say;
    private final Map<String, Child> running = new LinkedHashMap<>();
    private boolean supervised;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Runnable onChange = () -> {};

    /** @param say takes lines for the user */
    Children(String mark, Consumer<String> say) {
        this.mark = mark;
        this.say = say;
    }

    synchronized void start(ChildSpec spec) {
        if (closing.getCount() == 0) {
            return;
        }
        Child child = new Child(spec, spec.start(mark), System.nanoTime());
        running.put(spec.name(), child);
        Thread.ofVirtual().name("watch " + spec.name()).start(() -> watch(child));
    }

    /** Waits until all answer that they are ready. */
    void awaitReady() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Child child : current()) {
                child.awaitReady(http);
            }
        }
    }

    /** From now on whoever dies is started again, and {@code onChange} is run after each restart. */
    synchronized void supervise(Runnable afterRestart) {
        onChange = afterRestart;
        supervised = true;
    }

    synchronized List<Child> current() {
        return List.copyOf(running.values());
    }

    private void watch(Child child) {
        try {
            child.process().waitFor();
            long pause = child.age().toSeconds() < YOUNG_SECONDS ? LONG_PAUSE_MILLIS : PAUSE_MILLIS;
            if (!closing.await(pause, TimeUnit.MILLISECONDS)) {
                restart(child);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StackFailure e) {
            say.accept(e.getMessage());
        }
    }

    private synchronized void restart(Child dead) {
        if (closing.getCount() == 0 || !supervised) {
            return;
        }
        ChildSpec spec = dead.spec();
        say.accept("%s (pid %d) died with exit code %d and is started again; its log: %s"
                .formatted(spec.name(), dead.process().pid(), dead.process().exitValue(), spec.log()));
        start(spec);
        onChange.run();
    }

    @Override
    public void close() {
        List<Process> processes = new ArrayList<>();
        synchronized (this) {
            closing.countDown();
            running.values().forEach(child -> processes.add(child.process()));
        }
        processes.forEach(Process::destroy);
        CompletableFuture<?> end =
                CompletableFuture.allOf(processes.stream().map(Process::onExit).toArray(CompletableFuture[]::new));
        end.completeOnTimeout(null, END_MILLIS, TimeUnit.MILLISECONDS).join();
        processes.forEach(Process::destroyForcibly);
    }
}
