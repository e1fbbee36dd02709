package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

import press.gazette.newsroom.TestTags;
import press.gazette.sync.Copy;
import press.gazette.sync.DeskActs;

/**
 * The model of the feed on nodes that are killed while an editor works, on two with PostgreSQL and on the only one of an embedded
 * database: copies that have followed the changes equal new ones. {@code -Dfaults.rounds=50} kills fifty times.
 */
@ResourceLock("the address of REST Assured")
class ChangesNodesIT {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
    private static final int ACTS = 20;
    private static final int NODES_TOGETHER = 2;

    /** The time in which a node follows the ledger, on any machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<Copy> copies = DeskActs.FILTERS.stream().map(Copy::new).toList();
    private final List<String> acts = new ArrayList<>();

    @AfterEach
    void askNobody() {
        RestAssured.reset();
    }

    @Test
    void copiesThatFollowEqualNewOnesThoughNodesAreKilled() throws Exception {
        try (Postgresql database = new Postgresql()) {
            List<Node> nodes = new ArrayList<>(NODES.start(NODES_TOGETHER, database));
            ask(nodes.get(0));
            TestTags.create("""
                    {"slug": "averil", "name": "Averil", "type": "keyword", "state": "active"}""").then().statusCode(201);
            DeskActs desk = new DeskActs(random);
            for (int round = 0; round < ROUNDS; round++) {
                work(desk, nodes);
                int number = random.nextInt(NODES_TOGETHER);
                Node killed = nodes.get(number);
                actUntilKilled(desk, killed);
                List<Node> other = List.of(nodes.get(1 - number));
                ask(other.get(0));
                desk.readAgain();
                work(desk, other);
                nodes.set(number, NODES.start(1, database, killed.place()).get(0));
            }
            work(desk, nodes);
            nodes.forEach(this::compare);
            try (DatabaseAudit audit = database.audit()) {
                audit.assertLedgerIsSound();
            }
            System.out.printf(
                    "feed on two nodes: %d kills, %d acts, %d copies equal new ones; seed %d%n",
                    ROUNDS, acts.size(), copies.size(), seed);
        } finally {
            NODES.killAll();
        }
    }

    @Test
    void copiesThatFollowEqualNewOnesThoughTheOnlyNodeIsKilled() throws Exception {
        try (EmbeddedFile database = new EmbeddedFile()) {
            Node node = NODES.start(database);
            ask(node);
            TestTags.create("""
                    {"slug": "averil", "name": "Averil", "type": "keyword", "state": "active"}""").then().statusCode(201);
            DeskActs desk = new DeskActs(random);
            for (int round = 0; round < ROUNDS; round++) {
                work(desk, List.of(node));
                actUntilKilled(desk, node);
                node = NODES.start(1, database, node.place()).get(0);
                ask(node);
                desk.readAgain();
            }
            work(desk, List.of(node));
            compare(node);
            node.kill();
            try (DatabaseAudit audit = database.afterCrash()) {
                audit.assertLedgerIsSound();
            }
        } finally {
            NODES.killAll();
        }
    }

    /** Acts at the desk of any node, and reads pages from any node, whatever the other one has seen. */
    private void work(DeskActs desk, List<Node> nodes) {
        for (int i = 0; i < ACTS; i++) {
            ask(any(nodes));
            acts.add(desk.act());
            for (Copy copy : copies) {
                if (random.nextInt(4) == 0) {
                    ask(any(nodes));
                    copy.step();
                }
            }
        }
    }

    /** The kill comes at any moment of an act. */
    private void actUntilKilled(DeskActs desk, Node node) {
        ask(node);
        CompletableFuture<Void> kill = CompletableFuture.runAsync(node::kill);
        try {
            while (node.isAlive()) {
                acts.add(desk.act());
            }
        } catch (Exception killed) {
            acts.add("kill");
        }
        kill.join();
    }

    private void compare(Node node) {
        ask(node);
        assertThat(new Copy("types=tag").complete().contents()).isNotEmpty();
        for (int i = 0; i < copies.size(); i++) {
            Copy copy = copies.get(i);
            String filter = DeskActs.FILTERS.get(i);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(copy.complete().contents())
                            .as("seed %d, %s after %s", seed, filter, acts)
                            .isEqualTo(new Copy(filter).complete().contents()));
            if (!filter.contains("tags=")) {
                assertThat(copy.restarts()).isZero();
            }
        }
    }

    private Node any(List<Node> nodes) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    /** Sends the following requests to this node. */
    private static void ask(Node node) {
        RestAssured.baseURI = node.at("/").toString().replaceFirst("/$", "");
    }
}
