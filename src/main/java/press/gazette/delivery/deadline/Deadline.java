package press.gazette.delivery.deadline;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.Problems;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * One request, and who answers it: the worker thread that makes the answer, or the clock, because the worker takes too long.
 * Whoever comes first; the other one's answer is dropped.
 */
public final class Deadline {

    private enum State {
        OPEN,
        ANSWERED,
        OVER
    }

    private static final String KEY = Deadline.class.getName();

    /** The last quarter of the time is for the step that is under way. */
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

    /** Of a request; absent: it has none. */
    public static @Nullable Deadline of(RoutingContext request) {
        return request.get(KEY);
    }

    /** Stops whoever works for a client that has been told to come again: a write must not be kept any more. */
    public static void require(RoutingContext request) {
        Deadline deadline = of(request);
        if (deadline != null && deadline.isOver()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The request took too long.");
        }
    }

    /**
     * Whether work that goes on step by step should stop, so that its answer leaves in time: after as long as is given, or
     * three quarters of the request's own time.
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

    /** Leaves out the time until the last piece of content came, by {@link System#nanoTime}: that was the client's. */
    void countFrom(LongSupplier lastContent) {
        this.lastContent = lastContent;
    }

    /** Whether the clock has answered it. */
    public synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** Whether the worker may answer; from now on nobody else may. */
    synchronized boolean isKept() {
        if (state == State.OPEN) {
            state = State.ANSWERED;
        }
        return state == State.ANSWERED;
    }

    /** Answers from the event loop, unless there is an answer already. */
    void pass(Problem problem) {
        here.runOnContext(now -> answer(problem));
    }

    /** In one piece: a worker that is told that it is over must find the answer written, or the server would take its own. */
    private synchronized void answer(Problem problem) {
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
