package press.gazette.tag.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.database.SearchKey;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.tag.Tag;
import press.gazette.tag.TagState;
import press.gazette.tag.TagText;
import press.gazette.tag.VocabularyLock;
import press.gazette.tag.naming.OtherName;
import press.gazette.time.Clockwork;

/**
 * Rebuilds the words of tags that a former release wrote or that have an older form. It runs on every node after the
 * start, and every hour, since a node of the former release may write beside this one. Versions of tags stay.
 */
@Singleton
final class TagWordsRebuild {

    private static final Logger LOG = Logger.getLogger(TagWordsRebuild.class);

    /** Tags of one transaction: few, so that writers of tags wait for a fraction of a second. */
    private static final int BATCH = 200;

    private static final Duration PAUSE = Duration.ofHours(1);

    /** A tag with outdated words. */
    private record Outdated(UUID id, TagState state, String name, List<OtherName> otherNames) {

        static Outdated of(Row row) {
            return new Outdated(
                    row.uuid(),
                    row.constant(TagState.class),
                    row.text(),
                    Json.listFromColumn(row.text(), OtherName.class));
        }
    }

    private final Clock clock;
    private long rebuilt;

    TagWordsRebuild(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("words of tags", this::round).wake();
    }

    /** Does a batch; returns the time to the next one. */
    Duration round() {
        int done = QuarkusTransaction.requiringNew().call(this::batch);
        rebuilt += done;
        if (done == BATCH) {
            return Duration.ZERO;
        }
        if (rebuilt > 0) {
            LOG.infof("The words of tags are made anew; tags=%d", rebuilt);
            rebuilt = 0;
        }
        return PAUSE;
    }

    /** Returns the number of tags. The statement reads all of them, once an hour. */
    private int batch() {
        if (outdated(1).isEmpty()) {
            return 0;
        }
        VocabularyLock.lock();
        List<Outdated> tags = outdated(BATCH);
        Panache.getSession(Tag.class).doWork(connection -> write(tags, connection));
        if (tags.stream().anyMatch(tag -> tag.state().isVisible())) {
            // The parameter q finds other tags now.
            Ledger.record(Change.of(Change.Kind.UPDATED, Subject.TAGS, List.of(), clock.instant()));
        }
        return tags.size();
    }

    private static List<Outdated> outdated(int most) {
        return Sql.of(
                        "select t.id, t.state, t.name, t.other_names from tag t where t.words_of is null or t.words_of <> concat(")
                .plus("cast(? as varchar(20)), t.folded_name) limit " + most, TagText.FORM)
                .rows(Outdated::of);
    }

    private static void write(List<Outdated> tags, Connection connection) throws SQLException {
        try (PreparedStatement removed = connection.prepareStatement("delete from tag_word where tag_id = ?");
                PreparedStatement added =
                        connection.prepareStatement("insert into tag_word (tag_id, word) values (?, ?)");
                PreparedStatement marked =
                        connection.prepareStatement("update tag set words_of = ?, folded_name = ? where id = ?")) {
            for (Outdated tag : tags) {
                removed.setObject(1, tag.id());
                removed.addBatch();
                for (String word : TagText.words(tag.name(), tag.otherNames())) {
                    added.setObject(1, tag.id());
                    added.setString(2, word);
                    added.addBatch();
                }
                String folded = SearchKey.of(tag.name());
                marked.setString(1, TagText.FORM + folded);
                marked.setString(2, folded);
                marked.setObject(3, tag.id());
                marked.addBatch();
            }
            removed.executeBatch();
            added.executeBatch();
            marked.executeBatch();
        }
    }
}
