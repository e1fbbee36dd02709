package press.gazette.delivery.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;

/** The server's way to the network, with an {@link Acceptor} at each port; all of them speak HTTP. */
final class AcceptingTransport extends JDKTransport {

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        // Dev mode shows why a start failed on a port that is open before there is a container.
        ArcContainer container = Arc.container();
        if (container != null && container.isRunning()) {
            bootstrap.handler(container.instance(Connections.class).get().acceptor(options));
        }
    }
}
