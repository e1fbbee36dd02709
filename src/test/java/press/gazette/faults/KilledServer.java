package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/**
 * A server that is killed while editors write: its database opens, acknowledged writes are complete, and no write is
 * there in part. {@code -Dfaults.rounds=50} kills it fifty times.
 */
abstract class KilledServer {

    private static final int WRITERS = 4;

    /**
     * The minimum number of writes acknowledged in a round before the kill, which comes at a different moment in each
     * round.
     */
    private static final int FEWEST = 20;

    private static final int MOST = 120;

    private final List<ArticleScript> stories = new CopyOnWriteArrayList<>();
    private final Random random = new Random();
    private int unanswered;
    private int done;

    /** The nodes of the test class; another class may run at the same time. */
    abstract Nodes nodes();

    abstract Database database() throws IOException;

    /** Set in pom.xml, or on the command line. */
    int rounds() {
        return Integer.getInteger("faults.rounds", 1);
    }

    @Test
    void acknowledgedWritesSurviveKills() throws Exception {
        try (Database database = database()) {
            Node node = nodes().start(database);
            Editor.at(node).coinTags();
            for (int round = 1; round <= rounds(); round++) {
                writeUntilKilled(node);
                Map<String, StoredArticle> found = inspect(database);
                node = nodes().start(database);
                resume(node, found);
            }
            System.out.printf(
                    "%s: %d kills, %d writes acknowledged, all there; of %d without a response %d were done%n",
                    database.name(),
                    rounds(),
                    stories.stream().mapToInt(ArticleScript::acknowledged).sum() - done,
                    unanswered,
                    done);
        }
    }

    private void writeUntilKilled(Node node) throws Exception {
        int enough = FEWEST + random.nextInt(MOST - FEWEST);
        Semaphore acknowledged = new Semaphore(0);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (ArticleScript begun : begun()) {
            writers.add(threads.submit(() -> write(node, begun, acknowledged)));
        }
        threads.shutdown();
        // Times out if all writers have failed; then their failures are reported.
        acknowledged.tryAcquire(enough, 1, TimeUnit.MINUTES);
        node.kill();
        for (Future<?> writer : writers) {
            writer.get();
        }
    }

    /** Writers continue the scripts that the last kill has interrupted. */
    private List<ArticleScript> begun() {
        List<ArticleScript> begun = new ArrayList<>(
                stories.stream().filter(story -> !story.isComplete()).toList());
        while (begun.size() < WRITERS) {
            begun.add(another());
        }
        return begun;
    }

    private ArticleScript another() {
        ArticleScript story = new ArticleScript("story-" + Long.toHexString(random.nextLong()));
        stories.add(story);
        return story;
    }

    private void write(Node node, ArticleScript begun, Semaphore acknowledged) {
        Editor editor = Editor.at(node);
        ArticleScript story = begun;
        try {
            while (node.isAlive()) {
                story = story.isComplete() ? another() : story;
                story.sendNext(editor);
                acknowledged.release();
            }
        } catch (IOException e) {
            // Killed. Only the database knows if the request was done.
        }
    }

    private Map<String, StoredArticle> inspect(Database database) throws Exception {
        try (DatabaseAudit books = database.afterCrash()) {
            books.assertLedgerIsSound();
            Map<String, StoredArticle> found = books.articles();
            for (ArticleScript story : stories) {
                assertThat(found.get(story.slug()))
                        .as("%s after %d writes", story.slug(), story.acknowledged())
                        .isIn(story.possible());
            }
            assertThat(stories).extracting(ArticleScript::slug).containsAll(found.keySet());
            return found;
        }
    }

    private void resume(Node node, Map<String, StoredArticle> found) throws IOException {
        Editor editor = Editor.at(node);
        for (ArticleScript story : stories) {
            unanswered += story.isUnanswered() ? 1 : 0;
            done += story.resume(editor, found.get(story.slug())) ? 1 : 0;
        }
        for (ArticleScript story : stories.subList(Math.max(0, stories.size() - MOST), stories.size())) {
            story.assertServed(editor);
        }
    }
}
