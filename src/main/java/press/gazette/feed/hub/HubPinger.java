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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.change.Change;
import press.gazette.change.LedgerBell;
import press.gazette.change.follower.Follower;
import press.gazette.database.due.DueRows;
import press.gazette.database.due.PlannedWork;
import press.gazette.feed.FeedConfig;
import press.gazette.feed.PageUrls;
import press.gazette.feed.format.FeedFormat;
import press.gazette.sending.BoundedClient;
import press.gazette.time.Backoff;
import press.gazette.time.DatabaseTime;
import press.gazette.time.Work;

/**
 * Notifies the WebSub hub of changed feeds. It follows the ledger on every node; the shared cursor and the leases on
 * pings make sure that each change is sent once. Leasing, sending and recording are three steps: nothing is sent in a
 * transaction, and a change during the sending is sent too. Does nothing without a hub.
 */
@Singleton
class HubPinger {

    private static final Logger LOG = Logger.getLogger(HubPinger.class);

    /** A newly configured hub is not notified of older changes. */
    private static final Duration RECENT = Duration.ofHours(1);

    /** Another node may send the notification after this time. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** The pause while the hub is away: it is tried with one feed rather than with each of them. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private record Leased(String feed, Instant until) {}

    private enum Outcome {
        ACCEPTED,
        REJECTED,
        HUB_AWAY
    }

    private final FeedConfig config;
    private final PageUrls urls;
    private final Follower follower = Follower.inBatches("websub", this::schedulePings);
    private final BoundedClient client;
    private final DueRows<HubPing> due;
    private final Deque<Leased> leased = new ArrayDeque<>();

    private int failures;
    private long notBefore;

    HubPinger(FeedConfig config, PageUrls urls, MeterRegistry metrics) {
        this.config = config;
        this.urls = urls;
        client = new BoundedClient(config.websubDeadline());
        due = new DueRows<>(
                "websub", new DueRows.Source<>(HubPing.class, "hub_ping", "feed", "dueAt"), this::lease, metrics);
    }

    void start(@Observes StartupEvent event, PlannedWork plans, LedgerBell bell) {
        config.websubHub().ifPresent(hub -> {
            Work pings = plans.start("pings to the hub", due, () -> round(hub));
            bell.atEveryRing(() -> pings.wakeIn(config.websubCheck()));
            pings.wakeIn(config.websubCheck());
        });
    }

    /** Returns the time until the next notification is due, unless something changes. */
    private Duration round(URI hub) {
        follower.catchUp();
        Duration pause = failures > 0 ? Duration.ofNanos(notBefore - System.nanoTime()) : Duration.ZERO;
        return pause.compareTo(Duration.ZERO) > 0 ? pause : sendDue(hub);
    }

    private Duration sendDue(URI hub) {
        long end = System.nanoTime() + LEASE.minus(config.websubDeadline()).toNanos();
        leased.clear();
        Duration rest = due.round();
        while (!leased.isEmpty() && System.nanoTime() - end < 0) {
            Leased lease = leased.remove();
            Outcome outcome = send(hub, lease.feed());
            QuarkusTransaction.requiringNew().run(() -> record(lease, outcome));
            if (outcome == Outcome.HUB_AWAY) {
                QuarkusTransaction.requiringNew().run(this::release);
            }
        }
        return failures > 0 ? Duration.ofNanos(notBefore - System.nanoTime()) : rest;
    }

    /** Of an import, which may take an hour, the hub is notified once in each pause for each feed. */
    private void schedulePings(List<Change> changes) {
        Instant now = DatabaseTime.now();
        Instant earliest = now.minus(RECENT);
        Map<Boolean, List<Change>> byImports = changes.stream()
                .filter(change -> change.at().isAfter(earliest))
                .collect(Collectors.partitioningBy(change ->
                        change.importId().isPresent() && !change.kind().isRemoval()));
        Set<String> edited = ChangedFeeds.of(byImports.getOrDefault(false, List.of()));
        edited.forEach(feed -> HubPing.schedule(feed, now));
        Set<String> imported = ChangedFeeds.of(byImports.getOrDefault(true, List.of()));
        imported.removeAll(edited);
        Instant later = afterPause(now);
        imported.forEach(feed -> HubPing.scheduleLater(feed, later));
    }

    private Instant afterPause(Instant now) {
        return now.plus(config.websubImportPause()).truncatedTo(ChronoUnit.MICROS);
    }

    private void lease(HubPing ping, Instant now) {
        Instant until = now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        ping.lease(until);
        leased.add(new Leased(ping.feed(), until));
    }

    /** Records an outcome, unless the feed has changed again or another node has taken over. */
    private void record(Leased lease, Outcome outcome) {
        HubPing.leased(lease.feed(), lease.until()).ifPresent(ping -> {
            Instant now = DatabaseTime.now();
            if (outcome == Outcome.ACCEPTED) {
                ping.accepted(lease.until(), afterPause(now));
            } else if (!ping.failed(now)) {
                LOG.warnf(
                        "The hub has not accepted notifications of a changed feed; feed=%s attempts=%d",
                        ping.feed(), ping.attempts());
            }
        });
    }

    /** Releases the leases of pings that were not sent. */
    private void release() {
        Instant now = DatabaseTime.now();
        leased.stream()
                .collect(Collectors.groupingBy(
                        Leased::until, Collectors.mapping(Leased::feed, Collectors.toCollection(ArrayList::new))))
                .forEach((until, feeds) -> HubPing.release(feeds, until, now));
        leased.clear();
    }

    /** Sends one request for all formats of a feed. */
    private Outcome send(URI hub, String feed) {
        String topics = Arrays.stream(FeedFormat.values())
                .map(format -> "&hub.url=" + encoded(urls.absolute(feed + "." + format.extension)))
                .collect(Collectors.joining());
        HttpRequest.Builder request = HttpRequest.newBuilder(hub)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("hub.mode=publish" + topics));
        try {
            int status = client.status(request);
            return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS ? away("status " + status) : responded(status);
        } catch (IOException e) {
            return away(e.toString());
        }
    }

    private Outcome responded(int status) {
        if (failures > 0) {
            failures = 0;
            LOG.info("The hub responds again.");
        }
        return status / 100 == 2 ? Outcome.ACCEPTED : Outcome.REJECTED;
    }

    private Outcome away(String cause) {
        failures++;
        notBefore = System.nanoTime() + BACKOFF.after(failures).toNanos();
        if (failures == 1) {
            LOG.warnf("The hub does not accept notifications; they are retried. cause=%s", cause);
        }
        return Outcome.HUB_AWAY;
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
