package press.gazette.admission.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

import press.gazette.admission.deadline.DeadlineConfig;
import press.gazette.admission.deadline.Pending;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.admission.stage.Stage;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;

/**
 * Rejects clients beyond their quota (429), and queues readers when too many are at work (503 if the queue is full). The desk is
 * never queued. Streams have a queue of their own: all readers of a node connect again at once after its restart, and a browser
 * does not reconnect after a 503.
 */
@Singleton
final class AdmissionQueue {

    /** The streams that begin at once, as a part of the readers at once, in addition to them. */
    private static final int PART_OF_STREAMS = 4;

    /** A bound on requests at work, and the longest wait for it. */
    private record Queue(Turnstile turnstile, Duration longest) {}

    private final RateLimits rates;
    private final Queue readers;
    private final Queue streams;
    private final Problems problems;

    AdmissionQueue(
            RateLimits rates, Turnstile turnstile, LimitConfig config, DeadlineConfig deadlines, Problems problems) {
        this.rates = rates;
        this.readers = new Queue(turnstile, config.longestInLine());
        this.streams = new Queue(
                new Turnstile(Math.max(1, config.readersAtOnce() / PART_OF_STREAMS), config.streams()),
                deadlines.streamDeadline());
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        Stage.RATE_LIMITS.register(filters, this::count);
        Stage.ADMISSION_QUEUE.register(filters, this::enter);
    }

    private void count(RoutingContext context) {
        Optional<Problem> refusal = rates.countForNow(context);
        if (refusal.isPresent()) {
            problems.endForGood(context, refusal.get());
        } else {
            context.next();
        }
    }

    private void enter(RoutingContext context) {
        if (!isReader(context)) {
            context.next();
            return;
        }
        Queue queue = ResourceKinds.of(context) == Kind.STREAM ? streams : readers;
        Turnstile turnstile = queue.turnstile();
        Pending turn = new Pending();
        Runnable called = turn::end;
        switch (turnstile.enter(called)) {
            case ADMITTED -> proceed(context, turnstile);
            case QUEUED -> {
                context.request().pause();
                turn.await(
                        context.vertx(),
                        queue.longest(),
                        () -> {
                            context.request().resume();
                            proceed(context, turnstile);
                        },
                        () -> {
                            turnstile.giveUp(called);
                            reject(context);
                        });
            }
            case REJECTED -> reject(context);
        }
    }

    private void proceed(RoutingContext context, Turnstile turnstile) {
        if (context.response().ended() || context.response().closed()) {
            // While it was queued, its deadline has responded or its client has gone.
            turnstile.leave();
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                turnstile.leave();
            }
        };
        Kind kind = ResourceKinds.of(context);
        if (kind != null && kind.isAtRateOfClient()) {
            context.addHeadersEndHandler(written -> leave.run());
        }
        context.addEndHandler(ended -> leave.run());
        context.next();
    }

    private void reject(RoutingContext context) {
        problems.end(
                context,
                Problem.of(ProblemType.UNAVAILABLE, "Too many requests at once need responses that are not cached."));
    }

    private static boolean isReader(RoutingContext context) {
        HttpMethod method = context.request().method();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && ResourceKinds.of(context) != Kind.DESK;
    }
}
