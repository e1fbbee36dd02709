package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

import press.gazette.newsroom.Newsroom;

/**
 * A node that loses its PostgreSQL while readers read and an editor writes: it serves cached responses, rejects
 * everything else at once, and recovers when the database is back.
 */
@Isolated("It measures how long others wait.")
class LostDatabaseIT {

    private static final String HOT = "/v1/articles/" + Newsroom.GAS_CONTRACT;

    /** Each request asks for a listing of the same articles that has not been requested before. */
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private static final int ENOUGH = 50;

    /** The promises in docs/operations.md. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Duration BACK = Duration.ofSeconds(5);

    /** A frozen database may miss the promises for a few requests of a hundred, and for a short time. */
    private static final int FEW = 1;

    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final Duration SLOWLY_BACK = Duration.ofSeconds(15);

    private static final Duration AWAY = Duration.ofSeconds(3);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static Node node;

    private interface Happening {
        void happen() throws IOException;
    }

    @BeforeAll
    static void start() throws IOException {
        database = new Postgresql();
        node = NODES.start(1, database, "-Dgazette.sample-newsroom=true").get(0);
        Editor.at(node).coinTags();
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    @Test
    void restartOfTheDatabaseHarmsNoCachedResponse() throws Exception {
        lose("PostgreSQL restarted", database::stop, AWAY, database::startAgain, LONGEST, BACK);
    }

    /** {@code -Dfaults.frozen=30} freezes it for half a minute. */
    @Test
    void frozenDatabaseHarmsNoCachedResponse() throws Exception {
        Duration frozen = Duration.ofSeconds(Integer.getInteger("faults.frozen", 10));
        lose(
                "PostgreSQL frozen for " + frozen.toSeconds() + " s",
                database::freeze,
                frozen,
                database::thaw,
                DEADLINE,
                SLOWLY_BACK);
    }

    private static void lose(
            String what, Happening loss, Duration away, Happening returning, Duration longest, Duration normalWithin)
            throws Exception {
        ReaderLoad hot = new ReaderLoad("cached", node, 2, i -> HOT);
        ReaderLoad cold = new ReaderLoad("not cached", node, 4, i -> "/v1/articles?to=" + FAR.plusSeconds(next()));
        ReaderLoad pages = new ReaderLoad("pages not cached", node, 1, i -> "/reader/articles/never-written-" + i);
        ReaderLoad live = new ReaderLoad("liveness", node.management(), 1, i -> "/q/health/live");
        ContinuousWriter desk = new ContinuousWriter(Editor.at(node));
        long back;
        try (hot;
                cold;
                pages;
                live;
                desk) {
            cold.await200(ENOUGH);
            await().until(() -> desk.acknowledged() > 0);
            List.of(hot, cold, pages, live).forEach(ReaderLoad::begin);
            desk.begin();
            loss.happen();
            await().pollDelay(away).atMost(Duration.ofMinutes(2)).until(() -> true);
            returning.happen();
            back = System.nanoTime();
            cold.await200(ENOUGH);
            int before = desk.acknowledged();
            await().atMost(Duration.ofMinutes(1)).until(() -> desk.acknowledged() > before);
            await().pollDelay(BACK.plusSeconds(1)).atMost(Duration.ofMinutes(1)).until(() -> true);
        }
        Duration normal = normalAfter(cold.asked(), back);
        System.out.printf(
                "%s:%n  %s%n  %s%n  %s%n  %s%n  normal %d ms after its return%n",
                what, hot, cold, live, desk, normal.toMillis());
        assertThat(hot.except(asked -> asked.is(200))).isEmpty();
        assertThat(cold.except(asked -> asked.is(200) || asked.isUnavailable())).isEmpty();
        assertThat(cold.count(503)).isPositive();
        assertThat(pages.except(asked -> asked.is(404) || asked.is(503))).isEmpty();
        assertThat(pages.asked())
                .anyMatch(asked -> asked.is(503)
                        && asked.reply().header("Content-Type").startsWith("text/html")
                        && !asked.reply().header("Retry-After").isEmpty());
        assertThat(desk.unavailable()).isPositive();
        assertThat(desk.unanswered()).as("repetitions while the key was in use").isLessThan(ENOUGH * 10);
        assertThat(live.except(asked -> asked.is(200))).isEmpty();
        for (ReaderLoad load : List.of(hot, live)) {
            assertThat(load.longest()).as(load.toString()).isLessThan(LONGEST);
        }
        for (ReaderLoad load : List.of(cold, pages)) {
            assertThat(load.longest()).as(load.toString()).isLessThan(longest);
            long late = load.asked().stream()
                    .filter(asked -> asked.waited().compareTo(LONGEST) > 0)
                    .count();
            assertThat(100 * late)
                    .as(load.toString())
                    .isLessThanOrEqualTo(FEW * (long) load.asked().size());
        }
        assertThat(desk.longest()).as(desk.toString()).isLessThan(longest);
        assertThat(normal).isLessThan(normalWithin);
        desk.assertComplete(database);
        assertThat(node.errors()).isEmpty();
    }

    /** The time of the last rejected request. */
    private static Duration normalAfter(List<ReaderLoad.Asked> asked, long back) {
        return Duration.ofNanos(asked.stream()
                .filter(each -> !each.is(200))
                .mapToLong(each -> Math.max(0, each.at() - back))
                .max()
                .orElse(0));
    }

    private static int next;

    private static synchronized int next() {
        return ++next;
    }
}
