package press.gazette.delivery.connection;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.options.HttpServerOptionsUtils;
import io.vertx.core.net.NetServerOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import press.gazette.delivery.Problems;
import press.gazette.delivery.limit.RateLimits;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** What the settings say of connections, for all ports. */
@Unremovable
@Singleton
public final class Connections {

    /** Why connections are ended; docs/operations.md explains each. */
    private static final List<String> REASONS = List.of("slow", "ousted", "full", "client");

    private final ConnectionConfig config;
    private final Optional<Integer> mostOfFramework;
    private final int operatorsPort;
    private final Patience patience;
    private final RateLimits rates;
    private final Problems problems;
    private final MeterRegistry metrics;

    Connections(
            ConnectionConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-connections") Optional<Integer> mostOfFramework,
            @ConfigProperty(name = "quarkus.management.port") int operatorsPort,
            RateLimits rates,
            Problems problems,
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
        this.metrics = metrics;
        // From the start, so that the first one is an increase.
        REASONS.forEach(this::endings);
    }

    /** Takes in the connections of a port. That of the operators has no limit: they must come in when readers cannot. */
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

    /** The client that a connection counts to; empty: it may be a proxy. */
    Optional<String> client(String peer) {
        return rates.directClient(peer);
    }

    /** Answers a client whose head has not come. */
    ByteBuf refusal() {
        return problems.response(Problem.of(
                ProblemType.REQUEST_TIMEOUT,
                "The head of the request was not complete after "
                        + patience.head().toMillis() / 1_000.0 + " s."));
    }

    /** Counts a connection that the server has ended. */
    void ended(String reason) {
        endings(reason).increment();
    }

    private Counter endings(String reason) {
        return metrics.counter("gazette.connections.ended", "reason", reason);
    }
}
