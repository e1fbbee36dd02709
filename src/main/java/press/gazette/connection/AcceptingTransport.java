package press.gazette.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;

/** The transport of Vert.x with an {@link Acceptor} at each port. All ports speak HTTP. */
final class AcceptingTransport extends JDKTransport {

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        // In dev mode, the page about a failed start is served before there is a container.
        ArcContainer container = Arc.container();
        if (container != null && container.isRunning()) {
            bootstrap.handler(container.instance(Connections.class).get().acceptor(options));
        }
    }
}
