package press.gazette.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.options.HttpServerOptionsUtils;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServerOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.deadline.ContentArrival;
import press.gazette.admission.limit.RateLimits;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.CommonHeaders;
import press.gazette.response.PreparedHeaders;
import press.gazette.response.Problems;
import press.gazette.response.TraceId;

/** The bounds on connections for all ports, from the settings. */
@Unremovable
@Singleton
public final class Connections implements ContentArrival.Source {

    /** The reasons of ended connections; docs/operations.md explains each. */
    private static final List<String> REASONS = List.of("slow", "ousted", "full", "client");

    /** More than the size of the head of a 408. */
    private static final int HEAD_BYTES = 2_048;

    private static final byte[] END_OF_HEAD = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ConnectionConfig config;
    private final Optional<Integer> mostOfFramework;
    private final int operatorsPort;
    private final Patience patience;
    private final RateLimits rates;
    private final Problems problems;
    private final CommonHeaders common;
    private final MeterRegistry metrics;

    Connections(
            ConnectionConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-connections") Optional<Integer> mostOfFramework,
            @ConfigProperty(name = "quarkus.management.port") int operatorsPort,
            RateLimits rates,
            Problems problems,
            CommonHeaders common,
            MeterRegistry metrics) {
        this.config = config;
        this.mostOfFramework = mostOfFramework;
        this.operatorsPort = operatorsPort;
        this.patience = new Patience(
                config.headDeadline(),
                config.contentGrace(),
                config.minContentRate().asLongValue());
        this.rates = rates;
        this.problems = problems;
        this.common = common;
        this.metrics = metrics;
        // Registered at the start, so that the first ending is seen as an increase.
        REASONS.forEach(this::endings);
    }

    /** Makes the acceptor of a port. That of operators has no bound: they must get in when readers cannot. */
    Acceptor acceptor(NetServerOptions port) {
        int number = port.getPort();
        boolean isOperators = number == operatorsPort || number == HttpServerOptionsUtils.RANDOM_PORT_MANAGEMENT;
        int most = Math.min(config.maxConnections(), mostOfFramework.orElse(Integer.MAX_VALUE));
        return isOperators
                ? new Acceptor(this, Integer.MAX_VALUE, 0)
                : new Acceptor(this, most, config.connectionsPerAddress());
    }

    Patience patience() {
        return patience;
    }

    ClientConnection take(Channel channel, Consumer<ClientConnection> closed) {
        return new ClientConnection(channel, this, closed);
    }

    boolean speaksHttp2() {
        return config.http2();
    }

    /** The client of a connection; empty if it may be a proxy. */
    Optional<String> client(String peer) {
        return rates.directClient(peer);
    }

    /** A complete 408 of HTTP/1.1 for an incomplete head; the connection ends with it. */
    ByteBuf refusal() {
        Problem problem = Problem.of(
                ProblemType.REQUEST_TIMEOUT,
                "The head of the request was not complete after "
                        + patience.head().toMillis() / 1_000.0 + " s.");
        HttpResponseStatus status = HttpResponseStatus.valueOf(Problems.status(problem.type()));
        byte[] content = problems.json(problem);
        ByteBuffer response = ByteBuffer.allocate(HEAD_BYTES + content.length);
        response.put(("HTTP/1.1 " + status + "\r\n").getBytes(StandardCharsets.US_ASCII));
        common.writeTo(response, TraceId.of((String) null));
        PreparedHeaders.of(
                        "Content-Type",
                        Problems.MEDIA_TYPE,
                        "Content-Length",
                        Integer.toString(content.length),
                        "Cache-Control",
                        Problems.cacheControl(problem.type()),
                        "Connection",
                        "close")
                .writeTo(response);
        response.put(END_OF_HEAD).put(content).flip();
        return Unpooled.wrappedBuffer(response);
    }

    @Override
    public @Nullable ContentArrival of(HttpServerRequest request) {
        return ClientConnection.of(request);
    }

    /** Counts a connection that the server has ended. */
    void ended(String reason) {
        endings(reason).increment();
    }

    private Counter endings(String reason) {
        return metrics.counter("gazette.connections.ended", "reason", reason);
    }
}
