package press.gazette.delivery.deadline;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import press.gazette.database.Pulse;
import press.gazette.database.PulseLost;
import press.gazette.delivery.Problems;
import press.gazette.delivery.ReaderSite;
import press.gazette.delivery.connection.ClientConnection;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Sees to it that no request waits for long, whatever its worker thread waits for. While the database is away, what would
 * have to ask it is answered at once and takes no worker; what was under way when it went is answered then. Pages of the
 * reader site say so to people themselves.
 */
@Singleton
final class Deadlines {

    /** Behind {@code HotAnswers}: what is kept needs no database. */
    private static final int FOURTH = 8_000;

    /** Texts of this release. All else has to ask the database. */
    private static final List<String> TEXTS = List.of(
            "/problems",
            "/.well-known/",
            "/q/",
            "/newsroom/",
            "/reader/files/",
            ReaderSite.PREVIEWS,
            "/docs",
            "/door.css",
            "/icon.svg",
            "/robots.txt");

    /** The same at these addresses alone. */
    private static final Set<String> TEXTS_ALONE = Set.of("/", ReaderSite.HOME);

    private static final String AWAY = "The database does not answer.";
    private static final String TOO_LONG = "The answer takes too long to make right now.";
    private static final String TOO_SLOW = "The content of the request comes too slowly.";

    private static final String TIMER = Deadlines.class.getName();

    private final Pulse pulse;
    private final Problems problems;
    private final DeadlineConfig config;
    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();

    Deadlines(Pulse pulse, Problems problems, DeadlineConfig config) {
        this.pulse = pulse;
        this.problems = problems;
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FOURTH);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isText(request.path())) {
            context.next();
            return;
        }
        if (pulse.isLost() && !request.path().startsWith(ReaderSite.HOME + "/")) {
            problems.end(context, Problem.of(ProblemType.UNAVAILABLE, AWAY));
            return;
        }
        boolean read =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        Duration time = read ? config.readDeadline() : config.writeDeadline();
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

    /** Counts from the last piece of content on: how long that takes is the client's affair, within bounds of its own. */
    private void armBehindContent(RoutingContext context, Deadline deadline) {
        ClientConnection connection = ClientConnection.of(context.request());
        if (connection == null) {
            arm(context, config.writeDeadline(), () -> deadline.pass(Problem.of(ProblemType.UNAVAILABLE, TOO_LONG)));
            return;
        }
        connection.whenContentIsSlow(() -> deadline.pass(Problem.of(ProblemType.REQUEST_TIMEOUT, TOO_SLOW)));
        deadline.countFrom(connection::lastContent);
        armAgain(context, deadline, connection, System.nanoTime());
    }

    private void armAgain(RoutingContext context, Deadline deadline, ClientConnection connection, long since) {
        Duration spent = Duration.ofNanos(System.nanoTime() - since);
        arm(context, config.writeDeadline().minus(spent), () -> {
            if (connection.lastContent() - since > 0) {
                armAgain(context, deadline, connection, connection.lastContent());
            } else {
                deadline.pass(Problem.of(ProblemType.UNAVAILABLE, TOO_LONG));
            }
        });
    }

    private static boolean isText(String path) {
        return TEXTS_ALONE.contains(path) || TEXTS.stream().anyMatch(path::startsWith);
    }

    void lost(@Observes PulseLost lost) {
        open.forEach(deadline -> deadline.pass(Problem.of(ProblemType.UNAVAILABLE, AWAY)));
    }
}
