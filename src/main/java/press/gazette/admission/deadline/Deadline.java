package press.gazette.admission.deadline;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;

/**
 * The race of one request: either its worker thread responds, or the clock does because the worker takes too long. The first one
 * wins; the response of the other is dropped.
 */
public final class Deadline {

    private enum State {
        OPEN,
        ANSWERED,
        OVER
    }

    private static final String KEY = Deadline.class.getName();

    /** The last quarter of the time is reserved for the step that is under way. */
    private static final int RESERVE = 4;

    private final RoutingContext context;
    private final Problems problems;
    private final Context here;
    private final Duration time;
    private final long begun = System.nanoTime();
    private volatile LongSupplier lastContent = () -> begun;
    private State state = State.OPEN;

    Deadline(RoutingContext context, Problems problems, Duration time) {
        this.time = time;
        this.context = context;
        this.problems = problems;
        this.here = context.vertx().getOrCreateContext();
        context.put(KEY, this);
    }

    /** The deadline of a request; null if it has none. */
    public static @Nullable Deadline of(RoutingContext request) {
        return request.get(KEY);
    }

    /** Stops the work for a client that has already got 503: its write must not be committed. */
    public static void require(RoutingContext request) {
        Deadline deadline = of(request);
        if (deadline != null && deadline.isOver()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The request took too long.");
        }
    }

    /**
     * True if work in steps should stop, so that its response is in time.
     *
     * @param most the time for the work; three quarters of the request's own time are a bound too
     */
    public static boolean isNear(RoutingContext request, Duration most) {
        Deadline deadline = of(request);
        return deadline != null && deadline.isNear(most);
    }

    private boolean isNear(Duration most) {
        long receiving = Math.max(0, lastContent.getAsLong() - begun);
        Duration spent = Duration.ofNanos(System.nanoTime() - begun - receiving);
        return isOver() || spent.compareTo(most) >= 0 || spent.compareTo(time.minus(time.dividedBy(RESERVE))) >= 0;
    }

    /** Excludes the time until the last piece of content, by {@link System#nanoTime}: the client took it. */
    void countFrom(LongSupplier lastContent) {
        this.lastContent = lastContent;
    }

    /** True if the clock has responded. */
    public synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** True if the worker may respond. If so, the clock no longer may. */
    synchronized boolean mayRespond() {
        if (state == State.OPEN) {
            state = State.ANSWERED;
        }
        return state == State.ANSWERED;
    }

    /** Responds from the event loop, unless there is a response already. */
    void pass(Problem problem) {
        here.runOnContext(now -> respond(problem));
    }

    /**
     * Atomic: a worker that learns that its time is over must find the response written, or the server would send the worker's.
     */
    private synchronized void respond(Problem problem) {
        if (state == State.OPEN && !context.response().headWritten()) {
            state = State.OVER;
            if (context.request().isEnded()) {
                problems.end(context, problem);
            } else {
                problems.endForGood(context, problem);
            }
        }
    }
}
