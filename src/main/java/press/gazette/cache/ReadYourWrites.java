package press.gazette.cache;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

import press.gazette.admission.deadline.Pending;
import press.gazette.admission.stage.Stage;
import press.gazette.change.ChangesCommitted;
import press.gazette.change.Invalidation;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;

/**
 * Lets a client read its own write on any node. The response to a write that changes something public has its number in the
 * ledger; a read with that number waits until the node knows of the change.
 */
@Singleton
public final class ReadYourWrites {

    /** The number of a change in the ledger: in the response to a write, and in the request of a read. */
    public static final String HEADER = "Gazette-Seq";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final CacheFollower follower;
    private final Problems problems;
    private final CacheConfig config;
    private final CurrentVertxRequest current;

    ReadYourWrites(CacheFollower follower, Problems problems, CacheConfig config, CurrentVertxRequest current) {
        this.follower = follower;
        this.problems = problems;
        this.config = config;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        Stage.READ_YOUR_WRITES.register(filters, this::filter);
    }

    /** Sets the header within a request. Workers write too, such as the one that publishes due articles. */
    void setHeader(@Observes ChangesCommitted own) {
        List<Invalidation> touches = own.invalidations();
        if (!touches.isEmpty() && Arc.container().requestContext().isActive() && current.getCurrent() != null) {
            long newest = touches.get(touches.size() - 1).seq();
            current.getCurrent().response().headers().set(HEADER, Long.toString(newest));
        }
    }

    /** The number that the running read names; empty: none. */
    public OptionalLong wanted() {
        String wanted = current.getCurrent().request().getHeader(HEADER);
        return wanted == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(wanted));
    }

    /** The longest wait of a read for that change. */
    public Duration patience() {
        return config.followDeadline();
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
                            "The header " + HEADER + " takes the number from the response to a write."));
        } else {
            await(context, Long.parseLong(wanted));
        }
    }

    private void await(RoutingContext context, long wanted) {
        context.request().pause();
        Pending reached = new Pending();
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
                                    "This node does not know of change " + wanted + " yet; it has read up to "
                                            + follower.seq() + "."));
                });
    }
}
