package press.gazette.delivery;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.cache.Rendered;
import press.gazette.problem.Problem;

/**
 * Answers the commonest reads on a worker thread without REST ({@link DirectRead}). All else goes on to REST, and so does what
 * ends in anything but a response or a problem: there is one place that turns failures into responses.
 */
@Singleton
final class DirectReads {

    /** Behind {@link Limits}, which has let the request in. */
    private static final int LAST = 7_000;

    /** Targets that mean what they say: without parameters, encodings, or a word in upper case. */
    private static final Pattern PLAIN = Pattern.compile("/[a-z0-9/-]+");

    private final Iterable<DirectRead> reads;
    private final Leaving leaving;
    private final Giving giving;
    private final Problems problems;
    private final boolean isUntraced;

    DirectReads(
            Instance<DirectRead> reads,
            Leaving leaving,
            Giving giving,
            Problems problems,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isUntraced) {
        this.reads = reads;
        this.leaving = leaving;
        this.giving = giving;
        this.problems = problems;
        // A trace names the resource's method, which REST tells it.
        this.isUntraced = isUntraced;
    }

    void register(@Observes Filters filters) {
        if (isUntraced) {
            filters.register(this::filter, LAST);
        }
    }

    private void filter(RoutingContext context) {
        Supplier<? extends RestResponse<?>> read = read(context.request());
        if (read == null) {
            context.next();
            return;
        }
        Callable<Rendered> rendering = () -> rendered(read, context);
        context.vertx().executeBlocking(rendering, false).onComplete(done -> {
            if (done.succeeded()) {
                giving.give(done.result(), context);
            } else if (done.cause() instanceof Problem problem) {
                problems.end(context, problem);
            } else if (!context.response().ended()) {
                context.next();
            }
        });
    }

    private @Nullable Supplier<? extends RestResponse<?>> read(HttpServerRequest request) {
        String target = request.uri();
        if (!request.method().equals(HttpMethod.GET)
                || !HotAnswers.isPlain(request)
                || !PLAIN.matcher(target).matches()) {
            return null;
        }
        for (DirectRead each : reads) {
            Supplier<? extends RestResponse<?>> read = each.at(target).orElse(null);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    /** Runs on a worker thread, where the session of the database needs the scope of a request. */
    private Rendered rendered(Supplier<? extends RestResponse<?>> read, RoutingContext context) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        try {
            Rendered rendered = leaving.rendered(read.get(), context);
            if (Negotiation.of(context.request()).acceptsGzip()) {
                rendered.compress();
            }
            return rendered;
        } finally {
            scope.terminate();
        }
    }
}
