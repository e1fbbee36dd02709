package press.gazette.admission.deadline;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.admission.stage.Stage;
import press.gazette.database.Pulse;
import press.gazette.database.PulseLost;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;

/**
 * Bounds the time of each request, even if its worker thread waits. While the database is lost, requests that need it get
 * 503 at once and take no worker; those under way get it at the moment of the loss. Pages of the reader site explain the loss
 * to people themselves.
 */
@Singleton
final class Deadlines {

    private static final String TOO_LONG = "The response takes too long to make right now.";
    private static final String TOO_SLOW = "The content of the request comes too slowly.";

    private static final String TIMER = Deadlines.class.getName();

    private final Pulse pulse;
    private final Problems problems;
    private final ContentArrival.Source contents;
    private final DeadlineConfig config;
    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();

    Deadlines(Pulse pulse, Problems problems, ContentArrival.Source contents, DeadlineConfig config) {
        this.pulse = pulse;
        this.problems = problems;
        this.contents = contents;
        this.config = config;
    }

    void register(@Observes Filters filters) {
        Stage.DEADLINES.register(filters, this::filter);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        Kind kind = ResourceKinds.of(context);
        if (kind != null && !kind.needsDatabase()) {
            context.next();
            return;
        }
        if (pulse.isLost() && (kind == null || !kind.explainsLoss())) {
            problems.end(context, Problem.of(ProblemType.UNAVAILABLE, Pulse.REFUSAL));
            return;
        }
        boolean read =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        Duration time =
                !read ? config.writeDeadline() : kind == Kind.STREAM ? config.streamDeadline() : config.readDeadline();
        Deadline deadline = new Deadline(context, problems, time);
        open.add(deadline);
        if (read) {
            arm(context, time, () -> deadline.pass(Problem.of(ProblemType.UNAVAILABLE, TOO_LONG)));
        } else {
            armBehindContent(context, deadline);
        }
        context.addEndHandler(ended -> {
            context.vertx().cancelTimer(context.get(TIMER));
            open.remove(deadline);
        });
        context.next();
    }

    private static void arm(RoutingContext context, Duration delay, Runnable then) {
        long timer = context.vertx().setTimer(Math.max(1, delay.toMillis()), id -> then.run());
        context.put(TIMER, timer);
    }

    /** Counts from the last piece of content. The arrival of content has a bound of its own. */
    private void armBehindContent(RoutingContext context, Deadline deadline) {
        ContentArrival content = contents.of(context.request());
        if (content == null) {
            arm(context, config.writeDeadline(), () -> deadline.pass(Problem.of(ProblemType.UNAVAILABLE, TOO_LONG)));
            return;
        }
        content.whenContentIsSlow(() -> deadline.pass(Problem.of(ProblemType.REQUEST_TIMEOUT, TOO_SLOW)));
        deadline.countFrom(content::lastContent);
        armAgain(context, deadline, content, System.nanoTime());
    }

    private void armAgain(RoutingContext context, Deadline deadline, ContentArrival content, long since) {
        Duration spent = Duration.ofNanos(System.nanoTime() - since);
        arm(context, config.writeDeadline().minus(spent), () -> {
            if (content.lastContent() - since > 0) {
                armAgain(context, deadline, content, content.lastContent());
            } else {
                deadline.pass(Problem.of(ProblemType.UNAVAILABLE, TOO_LONG));
            }
        });
    }

    void lost(@Observes PulseLost lost) {
        open.forEach(deadline -> deadline.pass(Problem.of(ProblemType.UNAVAILABLE, Pulse.REFUSAL)));
    }
}
