package press.gazette.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A piece of background work and its thread. Rounds never overlap. {@link Clockwork#start} creates it. */
public final class Work {

    /** Returned by work that has nothing to do before the next wake-up. */
    public static final Duration UNTIL_WOKEN = Duration.ofDays(36_500);

    /** The pause before a failed round is retried: short enough to recover soon, and cheap while the failure lasts. */
    public static final Duration RETRY = Duration.ofMillis(500);

    private final String name;
    private final Supplier<Duration> round;
    private final Clockwork clockwork;
    private final Thread thread;

    /** The start of the next round, by {@link System#nanoTime}. */
    private long next = System.nanoTime() + UNTIL_WOKEN.toNanos();

    /** True between a wake-up and the beginning of its round. */
    private boolean woken;

    private boolean inRound;
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

    /** Starts a round at once, or right after the running one. */
    public void wake() {
        wakeIn(Duration.ZERO);
    }

    /** Starts a round after this time at the latest. */
    public synchronized void wakeIn(Duration rest) {
        woken |= (rest.isZero() || rest.isNegative());
        begin(rest);
    }

    private synchronized void begin(Duration rest) {
        long at = System.nanoTime() + shortest(rest).toNanos();
        if (at - next < 0) {
            next = at;
            notifyAll();
        }
    }

    /** Starts a round at once, since a wake-up may have come during the pause. */
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
                begin(oneRound());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns false once there is no further round. */
    private synchronized boolean awaitNext() throws InterruptedException {
        inRound = false;
        while (!stopped) {
            long left = next - System.nanoTime();
            if (clockwork.isPaused()) {
                wait();
            } else if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                next = System.nanoTime() + UNTIL_WOKEN.toNanos();
                woken = false;
                inRound = true;
                return true;
            }
        }
        return false;
    }

    /** A failure ends the round but not the work. */
    private Duration oneRound() {
        try {
            Duration rest = round.get();
            if (failing) {
                failing = false;
                clockwork.recovered(name);
            }
            return rest;
        } catch (RuntimeException e) {
            clockwork.failed(name, e, !failing);
            failing = true;
            return RETRY;
        }
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean isWoken() {
        return woken;
    }

    synchronized boolean isInRound() {
        return inRound;
    }

    boolean hasEnded(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
        return !thread.isAlive();
    }
}
