package press.gazette.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.tag.Tag;
import press.gazette.tag.TagType;

/**
 * Writes any number of articles for benchmarks in one pass and constant memory: 600 words each, 3 to 6 of 2,000 tags whose
 * frequencies follow Zipf's law, one article a minute back from now. The same number gives the same articles.
 *
 * <p>Content goes straight through JDBC, for speed; the ledger is written as always.
 */
final class GeneratedArticles {

    private static final Logger LOG = Logger.getLogger(GeneratedArticles.class);

    private static final int TAGS = 2_000;
    private static final int BATCH = 1_000;
    private static final int FEWEST_TAGS = 3;
    private static final int MOST_TAGS = 6;
    private static final Duration APART = Duration.ofMinutes(1);

    private static final String ARTICLE = """
            insert into article (id, slug, type, language, title, standfirst, body, word_count, corrections, status,
                version, public_version, shown, first_published_at, published_at, updated_at, modified_at, public_modified_at,
                appeared_at, revealed_at)
            values (?, ?, 'news', 'en', ?, ?, ?, ?, '[]', 'published', 0, 1, true, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String TAGGING =
            "insert into tagging (article_id, tag_id, position, listed, published_at, updated_at, appeared_at)"
                    + " values (?, ?, ?, true, ?, ?, ?)";

    private final DataSource database;
    private final Random random = new Random(1);
    private final GeneratedText text = new GeneratedText(random);
    private final List<UUID> tags = new ArrayList<>();
    private final double[] cumulative = new double[TAGS];

    GeneratedArticles(DataSource database) {
        this.database = database;
    }

    /** Writes that many articles, the newest dated now, in transactions of {@value #BATCH}. */
    void write(int count, Instant now) {
        long started = System.nanoTime();
        QuarkusTransaction.requiringNew().run(() -> coinTags(now));
        for (int first = 0; first < count; first += BATCH) {
            int from = first;
            int to = Math.min(count, first + BATCH);
            QuarkusTransaction.requiringNew().run(() -> batch(from, to, count, now));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        LOG.infof("Generated articles; articles=%d seconds=%.1f perSecond=%.0f", count, seconds, count / seconds);
    }

    private void coinTags(Instant now) {
        double sum = 0;
        for (int rank = 1; rank <= TAGS; rank++) {
            Tag tag = Tag.coin(new Slug("topic-" + rank), "Topic " + rank, TagType.KEYWORD, null, List.of(), now);
            tags.add(tag.id());
            sum += 1.0 / rank;
            cumulative[rank - 1] = sum;
        }
    }

    private void batch(int from, int to, int count, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement articles = connection.prepareStatement(ARTICLE);
                PreparedStatement taggings = connection.prepareStatement(TAGGING)) {
            for (int number = from; number < to; number++) {
                Instant date = now.minus(APART.multipliedBy(count - 1L - number));
                add(number, date, articles, taggings);
            }
            articles.executeBatch();
            taggings.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Generated articles could not be written", e);
        }
    }

    private void add(int number, Instant date, PreparedStatement articles, PreparedStatement taggings)
            throws SQLException {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        OffsetDateTime at = date.atOffset(ZoneOffset.UTC);
        articles.setObject(1, id);
        articles.setString(2, "generated-" + number);
        articles.setString(3, text.title());
        articles.setString(4, text.sentence());
        articles.setString(5, text.body());
        articles.setInt(6, GeneratedText.WORDS);
        for (int column = 7; column <= 13; column++) {
            articles.setObject(column, at);
        }
        articles.addBatch();
        List<Subject> touched = new ArrayList<>(List.of(Subject.ARTICLES));
        for (UUID tag : someTags()) {
            taggings.setObject(1, id);
            taggings.setObject(2, tag);
            taggings.setInt(3, touched.size() - 1);
            taggings.setObject(4, at);
            taggings.setObject(5, at);
            taggings.setObject(6, at);
            taggings.addBatch();
            touched.add(Subject.tag(tag));
        }
        touched.add(Subject.day(date));
        Ledger.record(Change.of(Change.Kind.CREATED, Subject.article(id), touched, date));
    }

    private Set<UUID> someTags() {
        int wanted = FEWEST_TAGS + random.nextInt(MOST_TAGS - FEWEST_TAGS + 1);
        Set<UUID> some = new LinkedHashSet<>();
        while (some.size() < wanted) {
            some.add(tags.get(rank()));
        }
        return some;
    }

    /** A rank drawn with a probability of one over it, by bisection of the cumulative weights. */
    private int rank() {
        double drawn = random.nextDouble() * cumulative[TAGS - 1];
        int low = 0;
        int high = TAGS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < drawn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
