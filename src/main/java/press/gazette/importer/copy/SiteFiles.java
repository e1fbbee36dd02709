package press.gazette.importer.copy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import press.gazette.sending.Download;
import press.gazette.sending.GuardedClient;
import press.gazette.sending.TargetPolicy;

/** Fetches files of a former site. Each step of a redirect is checked like the first address. */
final class SiteFiles {

    /** The largest file; the store has a bound of its own. */
    private static final long LARGEST = 1L << 30;

    private static final int MOST_STEPS = 5;
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** The former site did not respond, or is busy: it may respond later. */
    static final class Busy extends IOException {

        Busy(String message) {
            super(message);
        }
    }

    private final GuardedClient client;

    SiteFiles(GuardedClient client) {
        this.client = client;
    }

    /** The host of an address; empty: it is no address of a file on the web. */
    static String host(String address) {
        try {
            URI url = URI.create(address);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null ? TargetPolicy.host(url) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    void fetch(String address, Path target, int attempt) throws IOException {
        URI url = URI.create(URI.create(address).toASCIIString());
        for (int step = 0; step <= MOST_STEPS; step++) {
            Download response = download(url, target, attempt);
            if (response.status() == OK) {
                return;
            }
            if (BUSY.contains(response.status())) {
                throw new Busy("The former site responds with " + response.status() + ".");
            }
            if (!REDIRECTS.contains(response.status()) || response.location() == null) {
                throw new IOException("The former site responds with " + response.status() + ".");
            }
            url = url.resolve(response.location());
        }
        throw new IOException("The former site redirects too often.");
    }

    private Download download(URI url, Path target, int attempt) throws IOException {
        try {
            return client.download(url, target, LARGEST, attempt).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GuardedClient.Forbidden forbidden
                    ? new IOException(forbidden.getMessage(), forbidden)
                    : new Busy("The former site does not respond: " + e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits before the next attempt. */
    static void rest(Duration pause) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("The process stops.");
    }
}
