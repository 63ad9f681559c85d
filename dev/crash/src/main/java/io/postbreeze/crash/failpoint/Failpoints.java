package io.postbreeze.crash.failpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * What woven methods call. One failpoint at a time is armed, by a file {@value #ARMED} that holds its name and, in a
 * second line, what is to happen: {@code die} or {@code stop}. The process that reaches it first takes the file,
 * renamed to {@value #FIRED} with its process id as a third line, and dies as from kill -9, or stops as from SIGSTOP.
 */
public final class Failpoints {
    /** Name of the file that arms a failpoint. */
    public static final String ARMED = "armed";

    /** Name of the file once its failpoint was reached. */
    public static final String FIRED = "fired";

    private static final int KILLED = 137;
    private static volatile Path directory = Path.of(".");

    private Failpoints() {}

    static void armedIn(Path where) {
        directory = where;
    }

    /** Called where a woven method begins. */
    public static void before(Object subject, String kind) {
        reached("before " + name(kind, subject));
    }

    /**
     * Called where a woven method returns.
     *
     * @param returned its Uni
     * @return the same, with the failpoint behind its item
     */
    public static Object after(Object returned, Object subject, String kind) {
        String name = "after " + name(kind, subject);
        Runnable reached = () -> reached(name);
        try {
            Class<?> uni = Class.forName(
                    "io.smallrye.mutiny.Uni", false, returned.getClass().getClassLoader());
            return uni.getMethod("invoke", Runnable.class).invoke(returned, reached);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is no Uni: " + returned, e);
        }
    }

    /** Kind and what tells one from another: the state that is written, the effect that is carried out, the lane. */
    static String name(String kind, Object subject) {
        return switch (kind) {
            case "write" -> kind + " " + call(call(subject, "next"), "state");
            case "perform" -> kind + " " + subject.getClass().getSimpleName();
            case "claim" -> kind + " " + subject;
            default -> kind;
        };
    }

    private static Object call(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(target.getClass() + " has no " + method, e);
        }
    }

    private static void reached(String name) {
        Path armed = directory.resolve(ARMED);
        try {
            if (!Files.exists(armed) || !name.equals(Files.readAllLines(armed).getFirst())) {
                return;
            }
            long pid = ProcessHandle.current().pid();
            Path mine = directory.resolve(FIRED + "." + pid);
            Files.move(armed, mine, StandardCopyOption.ATOMIC_MOVE);
            String what = Files.readAllLines(mine).get(1);
            Files.writeString(mine, name + "\n" + what + "\n" + pid + "\n");
            Files.move(mine, directory.resolve(FIRED), StandardCopyOption.ATOMIC_MOVE);
            happen(what.toLowerCase(Locale.ROOT), pid);
        } catch (NoSuchFileException e) {
            // The other replica was quicker.
        } catch (IOException e) {
            throw new IllegalStateException("A failpoint cannot tell whether it is armed", e);
        }
    }

    private static void happen(String what, long pid) throws IOException {
        switch (what) {
            case "die" -> Runtime.getRuntime().halt(KILLED);
            case "stop" -> stop(pid);
            default -> System.err.println("A failpoint can die or stop, not " + what);
        }
    }

    private static void stop(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
