package press.gazette.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Something that comes once, such as an answer that is being rendered, and the requests that wait for it. */
final class Awaited {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean ended;

    /** It has come, or never will. */
    void end() {
        List<Runnable> all;
        synchronized (this) {
            ended = true;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(Runnable::run);
    }

    /** Goes on where the caller is, once this has ended; or does something else when that takes too long. */
    void await(Vertx vertx, Duration longest, Runnable goOn, Runnable tooLong) {
        Context here = vertx.getOrCreateContext();
        AtomicBoolean decided = new AtomicBoolean();
        long timer = vertx.setTimer(longest.toMillis(), id -> {
            if (decided.compareAndSet(false, true)) {
                tooLong.run();
            }
        });
        Runnable resume = () -> here.runOnContext(unused -> {
            if (decided.compareAndSet(false, true)) {
                vertx.cancelTimer(timer);
                goOn.run();
            }
        });
        if (!joined(resume)) {
            resume.run();
        }
    }

    private synchronized boolean joined(Runnable resume) {
        return !ended && waiting.add(resume);
    }
}
