package press.gazette.connection;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Accepts the connections of one port up to a bound, and ends slow ones. */
final class Acceptor extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(Acceptor.class);

    /** Stands for the client of connections that are not counted by client. */
    private static final String UNCOUNTED = "";

    private final Connections connections;
    private final int most;
    private final int mostOfClient;

    /** All open connections, each with its client. */
    private final Map<ClientConnection, String> open = new ConcurrentHashMap<>();

    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    /** The next check of the connections; null if there are none. */
    private @Nullable Future<?> nextCheck;

    /**
     * Makes the acceptor of a port.
     *
     * @param most connections
     * @param mostOfClient connections of one client; 0: any number
     */
    Acceptor(Connections connections, int most, int mostOfClient) {
        this.connections = connections;
        this.most = most;
        this.mostOfClient = mostOfClient;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (nextCheck != null) {
            nextCheck.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel channel = (Channel) accepted;
        String client = mostOfClient > 0 ? client(channel).orElse(UNCOUNTED) : UNCOUNTED;
        boolean hasRoom = client.equals(UNCOUNTED) || byClient.getOrDefault(client, 0) < mostOfClient;
        if (!hasRoom || (open.size() >= most && !makeRoom())) {
            connections.ended(hasRoom ? "full" : "client");
            channel.unsafe().closeForcibly();
            return;
        }
        ClientConnection connection = connections.take(channel, this::remove);
        open.put(connection, client);
        if (!client.equals(UNCOUNTED)) {
            byClient.merge(client, 1, Integer::sum);
        }
        channel.pipeline().addLast(connection);
        if (nextCheck == null) {
            checkLater(context.executor());
        }
        context.fireChannelRead(channel);
    }

    private Optional<String> client(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress peer && peer.getAddress() != null
                ? connections.client(NetUtil.toAddressString(peer.getAddress()))
                : Optional.empty();
    }

    /**
     * Closes the connection that has been without a complete head for longest; if there is none, the one that has been idle for
     * longest.
     *
     * @return false if all have requests under way
     */
    private boolean makeRoom() {
        Optional<ClientConnection> longest = open.keySet().stream()
                .filter(ClientConnection::isWaiting)
                .min(Comparator.comparing((ClientConnection connection) -> !connection.owesHead())
                        .thenComparing(ClientConnection::since, (one, other) -> Long.signum(one - other)));
        longest.ifPresent(connection -> {
            remove(connection);
            connections.ended("ousted");
            connection.close();
        });
        return longest.isPresent();
    }

    private void remove(ClientConnection connection) {
        String client = open.remove(connection);
        if (client != null && !client.equals(UNCOUNTED)) {
            byClient.computeIfPresent(client, (name, count) -> count > 1 ? count - 1 : null);
        }
    }

    private void checkLater(EventExecutor loop) {
        long nanos = connections.patience().check().toNanos();
        nextCheck = loop.schedule(() -> check(loop), nanos, TimeUnit.NANOSECONDS);
    }

    /** Checks all connections. A failure must not stop later checks. */
    private void check(EventExecutor loop) {
        try {
            open.keySet().forEach(connection -> {
                if (!connection.isOpen()) {
                    remove(connection);
                } else if (connection.isSlow()) {
                    connection.endIfSlow(() -> connections.ended("slow"));
                }
            });
        } catch (RuntimeException e) {
            LOG.error("The connections cannot be checked", e);
        }
        nextCheck = null;
        if (!open.isEmpty()) {
            checkLater(loop);
        }
    }
}
