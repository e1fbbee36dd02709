package press.gazette.feed.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.change.Change;
import press.gazette.change.Follower;
import press.gazette.feed.FeedConfig;
import press.gazette.feed.Site;
import press.gazette.feed.format.FeedFormat;
import press.gazette.time.Rounds;

/**
 * Tells the hub. It follows the ledger on every node; the follower's place and the locks on what waits see to it that each
 * change is told once. It does nothing where no hub is named.
 */
@Singleton
class HubPinger {

    private static final Logger LOG = Logger.getLogger(HubPinger.class);

    /** What is older was told, or is known to everybody: a hub that is named for the first time need not hear of it. */
    private static final Duration NEWS = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FeedConfig config;
    private final Site site;
    private final Clock clock;
    private final Follower follower = new Follower("websub", this::note);
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HubPinger(FeedConfig config, Site site, Clock clock) {
        this.config = config;
        this.site = site;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        config.websubHub().ifPresent(hub -> rounds.every(config.websubCheck(), "pings to the hub", () -> round(hub)));
    }

    private void round(URI hub) {
        follower.catchUp();
        while (QuarkusTransaction.requiringNew().call(() -> tellOne(hub))) {
            // Another one may be due.
        }
    }

    private void note(Change change) {
        Instant now = clock.instant();
        if (change.at().isAfter(now.minus(NEWS))) {
            ChangedFeeds.of(change).forEach(feed -> HubPing.note(feed, now));
        }
    }

    /** What is told stays locked, so a change that comes meanwhile is noted behind it and told too. */
    private boolean tellOne(URI hub) {
        HubPing ping = HubPing.due(clock.instant()).orElse(null);
        if (ping == null) {
            return false;
        }
        if (isUnderstood(hub, ping.feed())) {
            ping.delete();
        } else if (!ping.failed(clock.instant())) {
            LOG.warnf(
                    "The hub has not taken the word that a feed has changed; feed=%s attempts=%d",
                    ping.feed(), ping.attempts());
        }
        return true;
    }

    /** All formats of a feed in one request. */
    private boolean isUnderstood(URI hub, String feed) {
        String topics = Arrays.stream(FeedFormat.values())
                .map(format -> "&hub.url=" + encoded(site.here(feed + "." + format.extension)))
                .collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(hub)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("hub.mode=publish" + topics))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
