package press.gazette;

import java.lang.management.ManagementFactory;
import java.util.OptionalInt;

import com.sun.management.UnixOperatingSystemMXBean;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Lowers {@code gazette.max-connections} to what the process may open: a client beyond that could not even be turned away. */
final class Descriptors {

    private static final Logger LOG = Logger.getLogger(Descriptors.class);

    private static final String SETTING = "gazette.max-connections";

    /** For the database, event loops, logs, calls to others, and connections that are accepted only to be closed. */
    private static final int RESERVED = 64;

    /** With fewer nobody could be served. */
    private static final int FEWEST = 8;

    private Descriptors() {}

    static void lowerConnections(Config config) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long limit = system.getMaxFileDescriptorCount();
            int wanted = config.getValue(SETTING, Integer.class);
            lowered(wanted, limit).ifPresent(most -> {
                System.setProperty(SETTING, Integer.toString(most));
                LOG.warnf(
                        "The process may not open as many files as %s needs, which is lowered; %s=%d wanted=%d openFiles=%d",
                        SETTING, SETTING, most, wanted, limit);
            });
        }
    }

    /** The number of connections that fits; empty: the wanted number does. */
    static OptionalInt lowered(int wanted, long limit) {
        long fitting = Math.max(FEWEST, limit - RESERVED);
        return fitting < wanted ? OptionalInt.of((int) fitting) : OptionalInt.empty();
    }
}
