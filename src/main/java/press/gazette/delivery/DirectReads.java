package press.gazette.delivery;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.stage.Stage;
import press.gazette.cache.CachedResponseWriter;
import press.gazette.cache.CachedResponses;
import press.gazette.cache.Rendered;
import press.gazette.problem.Problem;
import press.gazette.response.Negotiation;
import press.gazette.response.Problems;

/**
 * Runs the commonest reads on a worker thread without REST ({@link DirectRead}). All other requests go on to REST; so do reads
 * that fail with anything but a problem, since REST's exception mappers turn failures into responses.
 */
@Singleton
final class DirectReads {

    /** Targets without parameters, percent-encoding and upper case, which are their own normal form. */
    private static final Pattern PLAIN = Pattern.compile("/[a-z0-9/-]+");

    private final Iterable<DirectRead> reads;
    private final ResponseFilter responses;
    private final CachedResponseWriter writer;
    private final Problems problems;
    private final CurrentVertxRequest current;
    private final boolean isUntraced;

    DirectReads(
            Instance<DirectRead> reads,
            ResponseFilter responses,
            CachedResponseWriter writer,
            Problems problems,
            CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isUntraced) {
        this.reads = reads;
        this.responses = responses;
        this.writer = writer;
        this.problems = problems;
        this.current = current;
        // Traces have the name of the method, which only REST sets.
        this.isUntraced = isUntraced;
    }

    void register(@Observes Filters filters) {
        if (isUntraced) {
            Stage.DIRECT_READS.register(filters, this::filter);
        }
    }

    private void filter(RoutingContext context) {
        Supplier<? extends RestResponse<?>> read = read(context);
        if (read == null) {
            context.next();
            return;
        }
        Callable<Rendered> rendering = () -> rendered(read, context);
        context.vertx().executeBlocking(rendering, false).onComplete(done -> {
            if (done.succeeded()) {
                writer.write(done.result(), context);
            } else if (done.cause() instanceof Problem problem) {
                problems.end(context, problem);
            } else if (!context.response().ended()) {
                context.next();
            }
        });
    }

    private @Nullable Supplier<? extends RestResponse<?>> read(RoutingContext context) {
        HttpServerRequest request = context.request();
        String target = request.uri();
        if (!request.method().equals(HttpMethod.GET)
                || !CachedResponses.isPlain(context)
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

    /** Renders on a worker thread, in a request scope for the session of the database. */
    private Rendered rendered(Supplier<? extends RestResponse<?>> read, RoutingContext context) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        try {
            current.setCurrent(context);
            Rendered rendered = responses.rendered(read.get(), context);
            if (Negotiation.of(context.request()).acceptsGzip()) {
                rendered.compress();
            }
            return rendered;
        } finally {
            scope.terminate();
        }
    }
}
