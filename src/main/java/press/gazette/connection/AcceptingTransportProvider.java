package press.gazette.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import org.jboss.logging.Logger;

/** Loaded by Vert.x as a service: its only extension point before the first request of a connection. */
public final class AcceptingTransportProvider implements VertxServiceProvider {

    private static final Logger LOG = Logger.getLogger(AcceptingTransportProvider.class);

    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() instanceof JDKTransport) {
            builder.findTransport(new AcceptingTransport());
        } else {
            LOG.warn("Connections are not bounded: quarkus.vertx.prefer-native-transport is not supported");
        }
    }
}
