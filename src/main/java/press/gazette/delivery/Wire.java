package press.gazette.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AttributeKey;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import press.gazette.delivery.admission.Admission;
import press.gazette.delivery.admission.PlainHead;
import press.gazette.delivery.cache.CacheFollower;
import press.gazette.delivery.cache.Coded;
import press.gazette.delivery.cache.Rendered;
import press.gazette.delivery.cache.RenderedCache;
import press.gazette.delivery.connection.ClientConnection;
import press.gazette.delivery.limit.RateLimits;

/**
 * The shortest way of an answer: what is kept leaves as bytes that only have to be copied, before the server has made a
 * request of its own of what came in. So it is on each connection of HTTP/1.1 from its second request on, for requests that
 * have nothing unusual about them; all others take the long way, on which {@link Giving} says the same.
 */
@Singleton
final class Wire {

    /** Before all other filters. */
    private static final int FIRST = 11_000;

    /** Whether a request of the connection has been seen. */
    private static final AttributeKey<Boolean> MET = AttributeKey.valueOf(Wire.class, "met");

    /** What the server has named its parts on a connection of HTTP/1.1. */
    private static final String SERVER = "handler";

    private static final String ENCODER = "httpEncoder";

    private static final byte[] OK = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /** More than a head has. */
    private static final int HEAD_BYTES = 2_048;

    private final RenderedCache cache;
    private final CacheFollower follower;
    private final Admission admission;
    private final StandingHeaders standing;
    private final RateLimits rates;
    private final Clock clock;
    private final boolean isEnabled;
    private final Counter hits;
    private final Timer given;
    private final Timer unmodified;

    private volatile boolean stopping;

    Wire(
            RenderedCache cache,
            CacheFollower follower,
            Admission admission,
            StandingHeaders standing,
            RateLimits rates,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.access-log.enabled") boolean isLogged,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isUntraced,
            MeterRegistry metrics) {
        this.cache = cache;
        this.follower = follower;
        this.admission = admission;
        this.standing = standing;
        this.rates = rates;
        this.clock = clock;
        // What logs and traces requests sees only those that the server has made.
        this.isEnabled = cache.isEnabled() && !isLogged && isUntraced;
        this.hits = HotAnswers.requests(metrics, "hit");
        this.given = timer(metrics, "200", "SUCCESS");
        this.unmodified = timer(metrics, "304", "REDIRECTION");
    }

    private static Timer timer(MeterRegistry metrics, String status, String outcome) {
        return metrics.timer(
                "http.server.requests", "method", "GET", "outcome", outcome, "status", status, "uri", "KEPT");
    }

    void register(@Observes Filters filters) {
        if (isEnabled) {
            filters.register(this::meet, FIRST);
        }
    }

    private void meet(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        if (connection instanceof ConnectionBase internal
                && internal.channel().attr(MET).setIfAbsent(true) == null) {
            takeUp(internal.channel().pipeline(), connection.remoteAddress().hostAddress());
        }
        context.next();
    }

    /**
     * Takes the short way on a connection from now on. Its first request is still under way, and nothing behind it has come
     * to the server yet: that is so only here, before anything has made a request wait.
     */
    private void takeUp(ChannelPipeline pipeline, String peer) {
        ClientConnection connection = ClientConnection.of(pipeline.channel());
        if (connection != null && pipeline.get(SERVER) != null && pipeline.get(ENCODER) != null) {
            pipeline.addBefore(SERVER, null, new WireConnection(this, pipeline.context(ENCODER), peer, connection));
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    /**
     * Answers a request, if that is as short as that.
     *
     * @param peer the address at the other end
     * @param out what takes bytes as they are
     * @return whether it has: nothing else may then; false: nothing has happened
     */
    boolean answers(HttpRequest request, String peer, ChannelHandlerContext out) {
        Rendered answer = cache.answer(request.uri());
        if (answer == null || stopping || follower.stuckSince() != null) {
            return false;
        }
        long since = System.nanoTime();
        PlainHead asked = admission.takeAtOnce(request);
        if (asked == null) {
            return false;
        }
        Negotiation negotiation = Negotiation.of(asked);
        LastModified date = new LastModified(answer.groups().position().at(), clock.instant());
        if (HotAnswers.isNegotiated(request.uri()) && !negotiation.takesJson()) {
            return false;
        }
        boolean current = negotiation.hasCurrent(answer.plain().tag(), date);
        Coded content = answer.coded(negotiation.acceptsGzip());
        if (content == null) {
            return false;
        }
        ByteBuf head = out.alloc().directBuffer(HEAD_BYTES);
        head.writeBytes(current ? NOT_MODIFIED : OK);
        if (!current && !rates.takes(peer, request.headers(), head)) {
            head.release();
            return false;
        }
        standing.writeTo(head, TraceId.of(asked.traceparent()));
        answer.head().writeTo(head);
        date.header(answer.date()).writeTo(head);
        content.validator().writeTo(head);
        if (!current) {
            content.description().writeTo(head);
        }
        head.writeBytes(END);
        write(head, out);
        if (!current) {
            write(content.bytes().duplicate(), out);
        }
        hits.increment();
        (current ? unmodified : given).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what cannot be written ends the connection, and nobody waits for it
    private static void write(ByteBuf bytes, ChannelHandlerContext out) {
        out.write(bytes, out.voidPromise());
    }
}
