package press.gazette.delivery;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.admission.RequestTarget;
import press.gazette.delivery.limit.LimitConfig;
import press.gazette.delivery.limit.RateLimits;
import press.gazette.delivery.limit.Turnstile;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Refuses what one client asks too much (429), and readers when too many ask at once (503); the desk never stands in line. */
@Singleton
final class Limits {

    /** Behind {@link EveryAnswer}. */
    private static final int SECOND = 9_800;

    /** Behind {@link HotAnswers}: what is in memory costs nothing. */
    private static final int LAST = 7_500;

    private final RateLimits rates;
    private final Turnstile turnstile;
    private final LimitConfig config;
    private final Problems problems;

    Limits(RateLimits rates, Turnstile turnstile, LimitConfig config, Problems problems) {
        this.rates = rates;
        this.turnstile = turnstile;
        this.config = config;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, SECOND);
        filters.register(this::letIn, LAST);
    }

    private void count(RoutingContext context) {
        Optional<Problem> refusal = rates.countForNow(context);
        if (refusal.isPresent()) {
            problems.endForGood(context, refusal.get());
        } else {
            context.next();
        }
    }

    private void letIn(RoutingContext context) {
        if (!isReader(context)) {
            context.next();
            return;
        }
        Awaited turn = new Awaited();
        Runnable called = turn::end;
        switch (turnstile.enter(called)) {
            case INSIDE -> goIn(context);
            case IN_LINE -> {
                context.request().pause();
                turn.await(
                        context.vertx(),
                        config.longestInLine(),
                        () -> {
                            context.request().resume();
                            goIn(context);
                        },
                        () -> {
                            turnstile.giveUp(called);
                            turnAway(context);
                        });
            }
            case TURNED_AWAY -> turnAway(context);
        }
    }

    private void goIn(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            // Its deadline was over, or its client has gone, while it stood in line.
            turnstile.leave();
            return;
        }
        context.addEndHandler(ended -> turnstile.leave());
        context.next();
    }

    private void turnAway(RoutingContext context) {
        problems.end(
                context, Problem.of(ProblemType.UNAVAILABLE, "Too many ask at once for what has to be made first."));
    }

    private static boolean isReader(RoutingContext context) {
        HttpMethod method = context.request().method();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && !RequestTarget.isDesk(context.normalizedPath());
    }
}
