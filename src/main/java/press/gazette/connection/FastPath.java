package press.gazette.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
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

import press.gazette.admission.Admission;
import press.gazette.admission.limit.RateLimits;
import press.gazette.admission.stage.Stage;
import press.gazette.cache.CacheFollower;
import press.gazette.cache.CachedResponses;
import press.gazette.cache.EncodedContent;
import press.gazette.cache.Rendered;
import press.gazette.cache.RenderedCache;
import press.gazette.response.CommonHeaders;
import press.gazette.response.LastModified;
import press.gazette.response.Negotiation;
import press.gazette.response.TraceId;

/**
 * The fast path of cached responses: prepared bytes are copied to the socket before the HTTP server has made a request object.
 * It is on each connection of HTTP/1.1 from its second request on, for plain requests. All others pass the server and its
 * filters, where {@code CachedResponseWriter} sends the same bytes.
 */
@Singleton
final class FastPath {

    /** Marks a connection that has had a request. */
    private static final AttributeKey<Boolean> MET = AttributeKey.valueOf(FastPath.class, "met");

    /** The server's names for its handlers on a connection of HTTP/1.1. */
    private static final String SERVER = "handler";

    private static final String ENCODER = "httpEncoder";

    private static final byte[] OK = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /** More than the size of a head without the headers chosen by its resource. */
    private static final int HEAD_BYTES = 2_048;

    private final RenderedCache cache;
    private final CacheFollower follower;
    private final Admission admission;
    private final CommonHeaders commonHeaders;
    private final RateLimits rates;
    private final Clock clock;
    private final boolean isEnabled;
    private final Counter hits;
    private final Timer given;
    private final Timer unmodified;

    private volatile boolean stopping;

    FastPath(
            RenderedCache cache,
            CacheFollower follower,
            Admission admission,
            CommonHeaders commonHeaders,
            RateLimits rates,
            Clock clock,
            ConnectionConfig config,
            @ConfigProperty(name = "quarkus.http.access-log.enabled") boolean isLogged,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isUntraced,
            MeterRegistry metrics) {
        this.cache = cache;
        this.follower = follower;
        this.admission = admission;
        this.commonHeaders = commonHeaders;
        this.rates = rates;
        this.clock = clock;
        // Logs and traces see only requests that pass the server.
        this.isEnabled = config.fastPath() && cache.isEnabled() && !isLogged && isUntraced;
        this.hits = CachedResponses.requests(metrics, "hit");
        this.given = timer(metrics, "200", "SUCCESS");
        this.unmodified = timer(metrics, "304", "REDIRECTION");
    }

    private static Timer timer(MeterRegistry metrics, String status, String outcome) {
        return metrics.timer(
                "http.server.requests", "method", "GET", "outcome", outcome, "status", status, "uri", "KEPT");
    }

    void register(@Observes Filters filters) {
        if (isEnabled) {
            Stage.FAST_PATH.register(filters, this::prepare);
        }
    }

    private void prepare(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        if (connection instanceof ConnectionBase internal
                && internal.channel().attr(MET).setIfAbsent(true) == null) {
            addHandler(internal.channel().pipeline(), connection.remoteAddress().hostAddress());
        }
        context.next();
    }

    /**
     * Adds the handler of the fast path to a connection. Its first request is still under way, and none behind it has reached the
     * server: that is certain only at this stage, before any filter makes a request wait.
     */
    private void addHandler(ChannelPipeline pipeline, String peer) {
        ClientConnection connection = ClientConnection.of(pipeline.channel());
        if (connection != null && pipeline.get(SERVER) != null && pipeline.get(ENCODER) != null) {
            pipeline.addBefore(SERVER, null, new FastPathHandler(this, pipeline.context(ENCODER), peer, connection));
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    /**
     * Responds to a plain request with a cached response.
     *
     * @param peer the address at the other end
     * @param out takes encoded bytes
     * @return true if the response was written and the request must go no further; false if nothing has happened
     */
    boolean responds(HttpRequest request, String peer, ChannelHandlerContext out) {
        Rendered cached = cache.get(request.uri());
        if (cached == null || stopping || follower.stuckSince() != null) {
            return false;
        }
        long since = System.nanoTime();
        PlainHead asked = PlainHead.of(request, admission.maxHeadersSize());
        if (asked == null) {
            return false;
        }
        Negotiation negotiation = asked.negotiation();
        LastModified date = new LastModified(cached.groups().position().at(), clock.instant());
        if (cached.isNegotiated() && !negotiation.takesJson()) {
            return false;
        }
        boolean current = negotiation.hasCurrent(cached.plain().tag(), date);
        EncodedContent content = cached.coded(negotiation.acceptsGzip());
        if (content == null) {
            return false;
        }
        ByteBuf head = out.alloc().directBuffer(HEAD_BYTES + cached.head().length());
        ByteBuffer lines = head.internalNioBuffer(0, head.capacity());
        int start = lines.position();
        lines.put(current ? NOT_MODIFIED : OK);
        commonHeaders.writeTo(lines, TraceId.of(asked.traceparent()));
        if (!current && !rates.takes(peer, request.headers()::getAll, lines)) {
            head.release();
            return false;
        }
        cached.head().writeTo(lines);
        date.header(cached.date()).writeTo(lines);
        content.validator().writeTo(lines);
        if (!current) {
            content.description().writeTo(lines);
        }
        lines.put(END);
        write(head.writerIndex(lines.position() - start), out);
        if (!current) {
            write(Unpooled.wrappedBuffer(content.bytes()), out);
        }
        hits.increment();
        (current ? unmodified : given).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failed write ends the connection
    private static void write(ByteBuf bytes, ChannelHandlerContext out) {
        out.write(bytes, out.voidPromise());
    }
}
