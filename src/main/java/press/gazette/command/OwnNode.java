package press.gazette.command;

import java.security.SecureRandom;
import java.util.HexFormat;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import org.eclipse.microprofile.config.ConfigProvider;

/** A node for one command: on the database of the settings, for this process alone. */
public final class OwnNode implements QuarkusApplication {

    private static final String ANY_FREE = "0";
    private static final String KEY = "gazette.bootstrap-key";
    private static final String HERE = "127.0.0.1";
    private static final int KEY_BYTES = 32;

    private final HttpServer server;

    /** The framework creates it. */
    OwnNode(HttpServer server) {
        this.server = server;
    }

    /** Sets the settings of such a node, before they are read: an address and a key that nobody else knows. */
    public static void configure() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        System.setProperty(KEY, HexFormat.of().formatHex(key));
        System.setProperty("quarkus.http.host", HERE);
        System.setProperty("quarkus.http.port", ANY_FREE);
        System.setProperty("quarkus.management.host", HERE);
        System.setProperty("quarkus.management.port", ANY_FREE);
        System.setProperty("gazette.drain", "0S");
        System.setProperty("gazette.warm-up", "0S");
        System.setProperty("gazette.sample-newsroom", "false");
        System.setProperty("gazette.generated-articles", "0");
        // The index reads the ledger when the next server starts.
        System.setProperty("gazette.search", "false");
        System.setProperty("quarkus.log.console.level", "WARN");
    }

    @Override
    public int run(String... arguments) {
        return Command.run(
                arguments,
                new Server(server.getLocalBaseUri(), ConfigProvider.getConfig().getValue(KEY, String.class)));
    }
}
