package press.gazette.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.jboss.logging.Logger;

import press.gazette.article.ArticleContent;
import press.gazette.article.draft.DeskKey;
import press.gazette.body.Body;
import press.gazette.change.Ledger;
import press.gazette.database.BulkTransaction;
import press.gazette.database.EmbeddedSpace;
import press.gazette.tag.Tag;

/**
 * Writes any number of articles for benchmarks in one pass and constant memory: 600 words each, 3 to 6 of 2,000 tags
 * whose frequencies follow Zipf's law, one article a minute back from now. The same number gives the same articles.
 *
 * <p>Rows are inserted through JDBC, for speed; the ledger is written as usual. While one batch is written, another
 * thread generates the next one.
 */
final class GeneratedArticles {

    private static final Logger LOG = Logger.getLogger(GeneratedArticles.class);

    private static final String NAME = "generated-articles";

    /**
     * Articles of one transaction. A commit rewrites every index page that it has touched, and a thousand articles
     * touch nearly as many pages of the tags' indexes as some thousands; two batches fit into a small heap.
     */
    private static final int BATCH = 4_000;

    /** Rows sent at once. */
    private static final int ROWS = 500;

    private static final Duration APART = Duration.ofMinutes(1);

    private static final String ARTICLE = """
            insert into article (id, slug, type, language, title, standfirst, body, html, html_version, html_revision, word_count,
                corrections, status, version, public_version, shown, first_published_at, published_at, updated_at, modified_at,
                public_modified_at, appeared_at, revealed_at, desk_key, desk_key_of, media_form)
            values (?, ?, 'news', 'en', ?, ?, ?, ?, %d, 0, ?, '[]', 'published', 0, 1, true, ?, ?, ?, ?, ?, ?, ?, ?, 0, %d)""".formatted(Body.HTML_VERSION, ArticleContent.MEDIA_FORM);

    private static final String TAGGING =
            "insert into tagging (article_id, tag_id, position, listed, published_at, updated_at, appeared_at)"
                    + " values (?, ?, ?, true, ?, ?, ?)";

    private final DataSource database;
    private final BulkTransaction transaction;
    private final EmbeddedSpace space;
    private final GeneratedText text = new GeneratedText();

    /** A tag of an article. */
    private record Tagged(GeneratedArticle article, int position) {

        UUID tag() {
            return article.tags().get(position);
        }
    }

    GeneratedArticles(DataSource database, BulkTransaction transaction, EmbeddedSpace space) {
        this.database = database;
        this.transaction = transaction;
        this.space = space;
    }

    /**
     * Writes the articles into an empty database, the newest dated now, until the stop signal; or continues an earlier
     * load.
     */
    void write(int count, Instant now, StopSignal stop) {
        transaction.call(() -> begin(count, now)).ifPresent(load -> {
            write(load, stop);
            space.compact();
        });
    }

    private static Optional<ContentLoad> begin(int count, Instant now) {
        Optional<ContentLoad> load = ContentLoad.begin(NAME, count, now);
        if (load.isPresent() && Tag.count() == 0) {
            ZipfTags.create(now);
        }
        return load;
    }

    private void write(ContentLoad load, StopSignal stop) {
        LOG.infof("Loading generated articles; done=%d of=%d", load.done(), load.steps());
        Progress progress = new Progress("generated articles", load.steps());
        ZipfTags tags = transaction.call(ZipfTags::read);
        ExecutorService generator = Executors.newSingleThreadExecutor(work -> new Thread(work, "article generator"));
        long started = System.nanoTime();
        int done = load.done();
        long octets = 0;
        try {
            Future<List<GeneratedArticle>> next = generator.submit(() -> batch(load, load.done(), tags));
            while (done < load.steps() && !stop.isGiven()) {
                List<GeneratedArticle> articles = next.get();
                int behind = done + articles.size();
                next = generator.submit(() -> batch(load, behind, tags));
                done = transaction.call(() -> store(articles));
                octets += articles.stream()
                        .mapToLong(each -> each.body().length())
                        .sum();
                space.reuse();
                progress.at(done);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Articles cannot be generated", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The start was interrupted", e);
        } finally {
            generator.shutdownNow();
        }
        int written = done - load.done();
        double seconds = (System.nanoTime() - started) / 1e9;
        LOG.infof(
                "Generated articles; articles=%d seconds=%.1f perSecond=%.0f bodyBytes=%d",
                written, seconds, written / seconds, octets);
    }

    private List<GeneratedArticle> batch(ContentLoad load, int from, ZipfTags tags) {
        Instant newest = load.begunAt();
        return IntStream.range(from, Math.min(load.steps(), from + BATCH))
                .mapToObj(number -> GeneratedArticle.of(
                        number, newest.minus(APART.multipliedBy(load.steps() - 1L - number)), text, tags))
                .toList();
    }

    /** Writes a batch, unless another node has done so; returns the number of articles written so far. */
    private int store(List<GeneratedArticle> articles) {
        ContentLoad load = ContentLoad.locked(NAME);
        if (!articles.isEmpty() && load.done() == articles.get(0).number()) {
            try (Connection connection = database.getConnection()) {
                insert(articles, connection);
                tag(articles, connection);
            } catch (SQLException e) {
                throw new IllegalStateException("Generated articles could not be written", e);
            }
            articles.forEach(article -> Ledger.record(article.change()));
            load.advance(articles.size());
        }
        return load.done();
    }

    private static void insert(List<GeneratedArticle> articles, Connection connection) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(ARTICLE)) {
            int unsent = 0;
            for (GeneratedArticle article : articles) {
                rows.setObject(1, article.id());
                String slug = "generated-" + article.number();
                rows.setString(2, slug);
                rows.setString(3, article.title());
                rows.setString(4, article.standfirst());
                rows.setString(5, article.body());
                rows.setString(6, article.html());
                rows.setInt(7, GeneratedText.WORDS);
                for (int column = 8; column <= 14; column++) {
                    rows.setObject(column, article.at());
                }
                rows.setString(15, DeskKey.of(List.of(article.title(), slug)));
                unsent = add(rows, unsent);
            }
            rows.executeBatch();
        }
    }

    /** Sorted by tag, so that neighbours in the indexes are written together. */
    private static void tag(List<GeneratedArticle> articles, Connection connection) throws SQLException {
        List<Tagged> all = new ArrayList<>();
        for (GeneratedArticle article : articles) {
            IntStream.range(0, article.tags().size()).forEach(position -> all.add(new Tagged(article, position)));
        }
        all.sort(Comparator.comparing(Tagged::tag));
        try (PreparedStatement rows = connection.prepareStatement(TAGGING)) {
            int unsent = 0;
            for (Tagged tagged : all) {
                rows.setObject(1, tagged.article().id());
                rows.setObject(2, tagged.tag());
                rows.setInt(3, tagged.position());
                for (int column = 4; column <= 6; column++) {
                    rows.setObject(column, tagged.article().at());
                }
                unsent = add(rows, unsent);
            }
            rows.executeBatch();
        }
    }

    /** Adds a row to the batch, and sends the batch when it is full; returns the number of rows not sent. */
    private static int add(PreparedStatement rows, int unsent) throws SQLException {
        rows.addBatch();
        if (unsent + 1 < ROWS) {
            return unsent + 1;
        }
        rows.executeBatch();
        return 0;
    }
}
