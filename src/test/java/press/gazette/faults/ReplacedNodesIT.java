package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

import press.gazette.newsroom.Newsroom;

/** Two nodes behind nginx that are replaced one by one, or killed, while readers read and an editor writes. */
@Isolated("Its nodes get warm in time only where others leave them the machine.")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplacedNodesIT {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final int ENOUGH = 200;
    private static final int READERS = 4;

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static Nginx nginx;
    private static int next;

    private ReaderLoad hot;
    private ReaderLoad cold;
    private ContinuousWriter desk;

    @BeforeAll
    static void start() throws IOException {
        Tool.require("nginx");
        database = new Postgresql();
        List<Node> nodes = NODES.start(2, database, options());
        assertThat(nodes).allMatch(node -> node.says("The node is warm"));
        Editor.at(nodes.get(0)).coinTags();
        nginx = new Nginx(nodes);
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        if (nginx != null) {
            nginx.close();
            database.close();
        }
    }

    @BeforeEach
    void begin() {
        hot = new ReaderLoad("cached", nginx, READERS, i -> "/v1/articles/" + Newsroom.GAS_CONTRACT);
        cold = new ReaderLoad("not cached", nginx, READERS, i -> "/v1/articles?limit=2&to=" + FAR.plusSeconds(next()));
        desk = new ContinuousWriter(Editor.at(nginx));
        goOn();
    }

    @AfterEach
    void end() {
        hot.close();
        cold.close();
        desk.close();
    }

    /**
     * As for a new release: SIGTERM, wait for the end, start the next node in its place, wait until nginx uses it
     * again.
     */
    @Test
    @Order(1)
    void replacingNodesCausesNoErrors() throws Exception {
        for (Node node : NODES.alive()) {
            assertThat(node.stop()).as("exit status").isIn(0, 143);
            assertThat(node.errors()).isEmpty();
            goOn();
            NODES.start(1, database, options(node.place()));
            await().pollDelay(Nginx.FORGIVING).until(() -> true);
            goOn();
        }
        end();
        System.out.printf("two nodes replaced by SIGTERM:%n  %s%n  %s%n  %s%n", hot, cold, desk);
        assertThat(hot.except(asked -> asked.is(200))).isEmpty();
        assertThat(cold.except(asked -> asked.is(200))).isEmpty();
        assertThat(desk.unavailable() + desk.unanswered()).as(desk.toString()).isZero();
        desk.assertComplete(database);
    }

    @Test
    @Order(2)
    void killingANodeCausesNoErrorsForReaders() throws Exception {
        NODES.alive().get(0).kill();
        goOn();
        goOn();
        end();
        System.out.printf("one of two nodes killed by SIGKILL:%n  %s%n  %s%n  %s%n", hot, cold, desk);
        assertThat(hot.except(asked -> asked.is(200))).isEmpty();
        assertThat(cold.except(asked -> asked.is(200))).isEmpty();
        desk.assertComplete(database);
    }

    private void goOn() {
        hot.await200(ENOUGH);
        cold.await200(ENOUGH);
        int before = desk.acknowledged();
        await().atMost(Duration.ofMinutes(1)).until(() -> desk.acknowledged() > before + 5);
    }

    private static String[] options(String... more) {
        return Stream.concat(Stream.of("-Dgazette.sample-newsroom=true", "-Dgazette.warm-up=5S"), Stream.of(more))
                .toArray(String[]::new);
    }

    private static synchronized int next() {
        return ++next;
    }
}
