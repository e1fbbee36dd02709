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
 * A server that is killed while editors write: its database opens, what was acknowledged is there, and nothing is there in
 * part. {@code -Dfaults.rounds=50} kills it fifty times.
 */
abstract class KilledServer {

    private static final int WRITERS = 4;

    /** How many writes are acknowledged in a round before the kill: each round dies at another moment. */
    private static final int FEWEST = 20;

    private static final int MOST = 120;

    private final List<Story> stories = new CopyOnWriteArrayList<>();
    private final Random random = new Random();
    private int unanswered;
    private int done;

    /** The nodes of a test class: another one may run at the same time. */
    abstract Nodes nodes();

    abstract Database database() throws IOException;

    /** Set in pom.xml, or on the command line. */
    int rounds() {
        return Integer.getInteger("faults.rounds", 1);
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAnyKill() throws Exception {
        try (Database database = database()) {
            Node node = nodes().start(database);
            Editor.at(node).coinTags();
            for (int round = 1; round <= rounds(); round++) {
                writeUntilKilled(node);
                Map<String, Traces> found = inspect(database);
                node = nodes().start(database);
                takeUp(node, found);
            }
            System.out.printf(
                    "%s: %d kills, %d writes acknowledged, all there; of %d without an answer %d were done%n",
                    database.name(),
                    rounds(),
                    stories.stream().mapToInt(Story::acknowledged).sum() - done,
                    unanswered,
                    done);
        }
    }

    private void writeUntilKilled(Node node) throws Exception {
        int enough = FEWEST + random.nextInt(MOST - FEWEST);
        Semaphore acknowledged = new Semaphore(0);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (Story begun : begun()) {
            writers.add(threads.submit(() -> write(node, begun, acknowledged)));
        }
        threads.shutdown();
        // In vain when all writers have failed; then they say why.
        acknowledged.tryAcquire(enough, 1, TimeUnit.MINUTES);
        node.kill();
        for (Future<?> writer : writers) {
            writer.get();
        }
    }

    /** Writers take up what they could not finish before the last kill. */
    private List<Story> begun() {
        List<Story> begun = new ArrayList<>(
                stories.stream().filter(story -> !story.isTold()).toList());
        while (begun.size() < WRITERS) {
            begun.add(another());
        }
        return begun;
    }

    private Story another() {
        Story story = new Story("story-" + Long.toHexString(random.nextLong()));
        stories.add(story);
        return story;
    }

    private void write(Node node, Story begun, Semaphore acknowledged) {
        Editor editor = Editor.at(node);
        Story story = begun;
        try {
            while (node.isAlive()) {
                story = story.isTold() ? another() : story;
                story.tell(editor);
                acknowledged.release();
            }
        } catch (IOException e) {
            // The kill. Whether the request was done, only the database knows.
        }
    }

    private Map<String, Traces> inspect(Database database) throws Exception {
        try (Books books = database.afterCrash()) {
            books.proveTheLedger();
            Map<String, Traces> found = books.articles();
            for (Story story : stories) {
                assertThat(found.get(story.slug()))
                        .as("%s after %d writes", story.slug(), story.acknowledged())
                        .isIn(story.possible());
            }
            assertThat(stories).extracting(Story::slug).containsAll(found.keySet());
            return found;
        }
    }

    private void takeUp(Node node, Map<String, Traces> found) throws IOException {
        Editor editor = Editor.at(node);
        for (Story story : stories) {
            unanswered += story.isUnanswered() ? 1 : 0;
            done += story.takeUp(editor, found.get(story.slug())) ? 1 : 0;
        }
        for (Story story : stories.subList(Math.max(0, stories.size() - MOST), stories.size())) {
            story.isServed(editor);
        }
    }
}
