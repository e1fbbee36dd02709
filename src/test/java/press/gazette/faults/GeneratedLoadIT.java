package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A large load into the embedded database: it stops on SIGTERM, continues at the next start, and leaves a compact file.
 */
class GeneratedLoadIT {

    /** Two batches and a half. */
    private static final int ARTICLES = 10_000;

    /** The maximum size of the file, in bytes for each byte of the bodies' JSON. */
    private static final int MOST = 4;

    private static final String[] OPTIONS = {"-Dgazette.generated-articles=" + ARTICLES, "-Dgazette.drain=0S"};

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    @Test
    void stoppedLoadContinuesAndLeavesACompactFile() throws Exception {
        try (EmbeddedFile database = new EmbeddedFile()) {
            Node node = NODES.launch("", database, OPTIONS);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> node.says("Loading generated articles") || !node.isAlive());
            node.stop();
            try (DatabaseAudit books = database.afterCrash()) {
                assertThat(books.number("select count(*) from article")).isLessThan(ARTICLES);
            }
            NODES.start(1, database, OPTIONS).get(0).stop();
            try (DatabaseAudit books = database.afterCrash()) {
                books.assertLedgerIsSound();
                assertThat(books.number("select count(distinct slug) from article"))
                        .isEqualTo(ARTICLES);
                assertThat(books.number("select count(*) from article")).isEqualTo(ARTICLES);
                assertThat(database.size())
                        .isLessThanOrEqualTo(MOST * books.number("select sum(octet_length(body)) from article"));
            }
        }
    }
}
