package press.gazette.admission.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** One event, such as the end of a rendering, and the requests that wait for it. */
public final class Pending {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean ended;

    /** Resumes all requests that wait: the event has come, or never will. */
    public void end() {
        List<Runnable> all;
        synchronized (this) {
            ended = true;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(Runnable::run);
    }

    /** Calls {@code goOn} on the caller's event loop after the end, or {@code tooLong} if that does not come in time. */
    public void await(Vertx vertx, Duration longest, Runnable goOn, Runnable tooLong) {
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
