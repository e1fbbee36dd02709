package press.gazette.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A piece of background work and the thread that does it, in rounds that never overlap. {@link Clockwork#start} makes it. */
public final class Work {

    /** The rest of a work that nothing but a wake-up concerns. */
    public static final Duration UNTIL_WOKEN = Duration.ofDays(36_500);

    /** A failed round is tried again after so long: late by little when the cause is gone, and cheap while it lasts. */
    public static final Duration AGAIN = Duration.ofMillis(500);

    private final String name;
    private final Supplier<Duration> round;
    private final Clockwork clockwork;
    private final Thread thread;

    /** When the next round begins, by {@link System#nanoTime}. */
    private long next = System.nanoTime() + UNTIL_WOKEN.toNanos();

    private boolean stopped;
    private boolean failing;

    Work(String name, Supplier<Duration> round, Clockwork clockwork) {
        this.name = name;
        this.round = round;
        this.clockwork = clockwork;
        thread = new Thread(this::rounds, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Begins a round at once, or behind the one that is under way. */
    public void wake() {
        wakeIn(Duration.ZERO);
    }

    /** Begins a round after so long at the latest. */
    public synchronized void wakeIn(Duration rest) {
        long at = System.nanoTime() + shortest(rest).toNanos();
        if (at - next < 0) {
            next = at;
            notifyAll();
        }
    }

    /** Begins a round at once, although the wake-up may have come during the pause. */
    synchronized void resume() {
        next = System.nanoTime();
        notifyAll();
    }

    private static Duration shortest(Duration rest) {
        return rest.compareTo(UNTIL_WOKEN) < 0 ? rest : UNTIL_WOKEN;
    }

    private void rounds() {
        try {
            while (awaitNext()) {
                wakeIn(oneRound());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns false once there is no further round. */
    private synchronized boolean awaitNext() throws InterruptedException {
        while (!stopped) {
            long left = next - System.nanoTime();
            if (clockwork.isPaused()) {
                wait();
            } else if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                next = System.nanoTime() + UNTIL_WOKEN.toNanos();
                return true;
            }
        }
        return false;
    }

    /** A failure ends a round, and not the work. */
    private Duration oneRound() {
        try {
            Duration rest = round.get();
            if (failing) {
                failing = false;
                clockwork.succeedsAgain(name);
            }
            return rest;
        } catch (RuntimeException e) {
            clockwork.failed(name, e, !failing);
            failing = true;
            return AGAIN;
        }
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    boolean hasEnded(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
        return !thread.isAlive();
    }
}
