package press.gazette;

import java.lang.management.ManagementFactory;
import java.util.OptionalInt;

import com.sun.management.UnixOperatingSystemMXBean;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Lowers {@code gazette.max-connections} to the number of files that the process may open: a client beyond that number
 * could not even be rejected.
 */
final class FileDescriptors {

    private static final Logger LOG = Logger.getLogger(FileDescriptors.class);

    private static final String SETTING = "gazette.max-connections";

    /**
     * Descriptors for the database, the index of search, event loops, logs, outgoing requests, and connections that are accepted
     * only to be closed.
     */
    private static final int RESERVED = 128;

    /** Fewer connections could not serve anybody. */
    private static final int FEWEST = 8;

    private FileDescriptors() {}

    static void lowerConnections(Config config) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long limit = system.getMaxFileDescriptorCount();
            int wanted = config.getValue(SETTING, Integer.class);
            lowered(wanted, limit).ifPresent(most -> {
                System.setProperty(SETTING, Integer.toString(most));
                LOG.warnf(
                        "The process may not open as many files as %s needs; the setting is lowered; "
                                + "%s=%d wanted=%d openFiles=%d",
                        SETTING, SETTING, most, wanted, limit);
            });
        }
    }

    /** Returns the number of connections that fit; empty if the wanted number fits. */
    static OptionalInt lowered(int wanted, long limit) {
        long fitting = Math.max(FEWEST, limit - RESERVED);
        return fitting < wanted ? OptionalInt.of((int) fitting) : OptionalInt.empty();
    }
}
