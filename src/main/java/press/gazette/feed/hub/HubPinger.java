package press.gazette.feed.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.change.Change;
import press.gazette.change.Follower;
import press.gazette.change.LedgerBell;
import press.gazette.database.DueRows;
import press.gazette.database.PlannedWork;
import press.gazette.feed.FeedConfig;
import press.gazette.feed.Site;
import press.gazette.feed.format.FeedFormat;
import press.gazette.sending.BoundedClient;
import press.gazette.time.Backoff;
import press.gazette.time.DatabaseTime;
import press.gazette.time.Work;

/**
 * Tells the hub. It follows the ledger on every node; the follower's place and the leases on pings see to it that each change
 * is told once. Leasing, sending and recording are three steps: nothing is sent in a transaction, and a change that comes
 * while the hub is told is told too. It does nothing where no hub is named.
 */
@Singleton
class HubPinger {

    private static final Logger LOG = Logger.getLogger(HubPinger.class);

    /** What is older was told, or is known to everybody: a hub that is named for the first time need not hear of it. */
    private static final Duration NEWS = Duration.ofHours(1);

    /** After that another node tells the hub instead of this one. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** For a hub that is away: it is asked for one feed, and not for each of them. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private record Claim(String feed, Instant until) {}

    private enum Outcome {
        ACCEPTED,
        REJECTED,
        HUB_AWAY
    }

    private final FeedConfig config;
    private final Site site;
    private final Follower follower = Follower.inBatches("websub", HubPinger::note);
    private final BoundedClient client;
    private final DueRows<HubPing> due;
    private final Deque<Claim> claims = new ArrayDeque<>();

    private int failures;
    private long notBefore;

    HubPinger(FeedConfig config, Site site, MeterRegistry metrics) {
        this.config = config;
        this.site = site;
        client = new BoundedClient(config.websubDeadline());
        due = new DueRows<>(
                "websub", new DueRows.Source<>(HubPing.class, "hub_ping", "feed", "dueAt"), this::claim, metrics);
    }

    void start(@Observes StartupEvent event, PlannedWork plans, LedgerBell bell) {
        config.websubHub().ifPresent(hub -> {
            Work pings = plans.start("pings to the hub", due, () -> round(hub));
            bell.atEveryRing(() -> pings.wakeIn(config.websubCheck()));
            pings.wakeIn(config.websubCheck());
        });
    }

    /** Returns how long there is nothing to tell, unless something changes. */
    private Duration round(URI hub) {
        follower.catchUp();
        Duration pause = failures > 0 ? Duration.ofNanos(notBefore - System.nanoTime()) : Duration.ZERO;
        return pause.compareTo(Duration.ZERO) > 0 ? pause : tellOfDue(hub);
    }

    private Duration tellOfDue(URI hub) {
        long end = System.nanoTime() + LEASE.minus(config.websubDeadline()).toNanos();
        claims.clear();
        Duration rest = due.round();
        while (!claims.isEmpty() && System.nanoTime() - end < 0) {
            Claim claim = claims.remove();
            Outcome outcome = send(hub, claim.feed());
            QuarkusTransaction.requiringNew().run(() -> record(claim, outcome));
            if (outcome == Outcome.HUB_AWAY) {
                QuarkusTransaction.requiringNew().run(this::release);
            }
        }
        return failures > 0 ? Duration.ofNanos(notBefore - System.nanoTime()) : rest;
    }

    private static void note(List<Change> changes) {
        Instant now = DatabaseTime.now();
        Instant news = now.minus(NEWS);
        ChangedFeeds.of(changes.stream()
                        .filter(change -> change.at().isAfter(news))
                        .toList())
                .forEach(feed -> HubPing.note(feed, now));
    }

    private void claim(HubPing ping, Instant now) {
        Instant until = now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        ping.lease(until);
        claims.add(new Claim(ping.feed(), until));
    }

    /** Records an outcome, unless the feed has changed again or another node has taken over. */
    private static void record(Claim claim, Outcome outcome) {
        HubPing.leased(claim.feed(), claim.until()).ifPresent(ping -> {
            if (outcome == Outcome.ACCEPTED) {
                ping.delete();
            } else if (!ping.failed(DatabaseTime.now())) {
                LOG.warnf(
                        "The hub has not accepted that a feed has changed; feed=%s attempts=%d",
                        ping.feed(), ping.attempts());
            }
        });
    }

    /** Gives back what has not been sent. */
    private void release() {
        Instant now = DatabaseTime.now();
        claims.stream()
                .collect(Collectors.groupingBy(
                        Claim::until, Collectors.mapping(Claim::feed, Collectors.toCollection(ArrayList::new))))
                .forEach((until, feeds) -> HubPing.release(feeds, until, now));
        claims.clear();
    }

    /** All formats of a feed in one request. */
    private Outcome send(URI hub, String feed) {
        String topics = Arrays.stream(FeedFormat.values())
                .map(format -> "&hub.url=" + encoded(site.here(feed + "." + format.extension)))
                .collect(Collectors.joining());
        HttpRequest.Builder request = HttpRequest.newBuilder(hub)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("hub.mode=publish" + topics));
        try {
            int status = client.status(request);
            return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS ? away("It answers " + status) : heard(status);
        } catch (IOException e) {
            return away(e.toString());
        }
    }

    private Outcome heard(int status) {
        if (failures > 0) {
            failures = 0;
            LOG.info("The hub answers again.");
        }
        return status / 100 == 2 ? Outcome.ACCEPTED : Outcome.REJECTED;
    }

    private Outcome away(String cause) {
        failures++;
        notBefore = System.nanoTime() + BACKOFF.after(failures).toNanos();
        if (failures == 1) {
            LOG.warnf("The hub cannot be told of changed feeds; it is told again. cause=%s", cause);
        }
        return Outcome.HUB_AWAY;
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
