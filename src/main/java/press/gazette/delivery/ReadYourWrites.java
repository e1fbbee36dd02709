package press.gazette.delivery;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

import press.gazette.change.Committed;
import press.gazette.change.Touch;
import press.gazette.delivery.cache.CacheFollower;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Whoever has written on one node may read on another one. A write that readers can notice is told with its number in the
 * ledger; a read that brings the number along is answered by no node that does not know of that change yet.
 */
@Singleton
public final class ReadYourWrites {

    /** The number of a change in the ledger: told with a write, demanded with a read. */
    public static final String HEADER = "Gazette-Seq";

    /** Behind {@link EveryAnswer}, before any answer is looked up. */
    private static final int SECOND = 9_500;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final CacheFollower follower;
    private final Problems problems;
    private final DeliveryConfig config;
    private final CurrentVertxRequest current;

    ReadYourWrites(CacheFollower follower, Problems problems, DeliveryConfig config, CurrentVertxRequest current) {
        this.follower = follower;
        this.problems = problems;
        this.config = config;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, SECOND);
    }

    /** Within a request: others write too, such as whoever publishes what is due. */
    void tell(@Observes Committed own) {
        if (Arc.container().requestContext().isActive() && current.getCurrent() != null) {
            List<Touch> touches = own.touches();
            long newest = touches.get(touches.size() - 1).seq();
            current.getCurrent().response().headers().set(HEADER, Long.toString(newest));
        }
    }

    private void filter(RoutingContext context) {
        String wanted = context.request().getHeader(HEADER);
        if (wanted == null) {
            context.next();
        } else if (!NUMBER.matcher(wanted).matches()) {
            problems.end(
                    context,
                    Problem.of(
                            ProblemType.MALFORMED_REQUEST,
                            "The header " + HEADER + " takes the number that a write was answered with."));
        } else {
            await(context, Long.parseLong(wanted));
        }
    }

    private void await(RoutingContext context, long wanted) {
        context.request().pause();
        Awaited reached = new Awaited();
        Runnable giveUp = follower.whenAt(wanted, reached::end);
        reached.await(
                context.vertx(),
                config.followDeadline(),
                () -> {
                    context.request().resume();
                    context.next();
                },
                () -> {
                    giveUp.run();
                    problems.end(
                            context,
                            Problem.of(
                                    ProblemType.UNAVAILABLE,
                                    "This node knows of no change " + wanted + " yet; it has read up to "
                                            + follower.seq() + "."));
                });
    }
}
