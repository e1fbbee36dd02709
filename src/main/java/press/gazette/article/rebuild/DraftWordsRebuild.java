package press.gazette.article.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.DeskKey;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;
import press.gazette.tag.VocabularyLock;
import press.gazette.time.Clockwork;

/**
 * Rebuilds the words and tags by which the desk finds articles that a former release has saved. It runs on every node after the
 * start, and every hour, since a node of the former release may write beside this one. Versions of articles stay.
 */
@Singleton
final class DraftWordsRebuild {

    private static final Logger LOG = Logger.getLogger(DraftWordsRebuild.class);

    /** The last edited articles that a round examines: more than a newsroom edits while it replaces its nodes. */
    private static final int EXAMINED = 20_000;

    private static final int BATCH = 100;

    private static final Duration PAUSE = Duration.ofHours(1);

    /** The article stays unchanged if an editor saves it meanwhile. */
    private static final String WORDS =
            "update article set desk_key = ?, desk_key_of = ? where id = ? and latest_revision = ?";

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("words of drafts", this::round).wake();
    }

    /** Rebuilds a batch; returns the time to the next one. */
    Duration round() {
        List<UUID> outdated = QuarkusTransaction.requiringNew().call(DraftWordsRebuild::outdated);
        long rebuilt = outdated.stream().filter(DraftWordsRebuild::isRebuilt).count();
        if (rebuilt > 0) {
            LOG.infof("The words of drafts are made anew; articles=%d", rebuilt);
        }
        return rebuilt == BATCH ? Duration.ZERO : PAUSE;
    }

    private static List<UUID> outdated() {
        return Sql.of("select s.id from (select a.id, a.desk_key_of, a.latest_revision from article a"
                        + " order by a.modified_at desc, a.id desc limit " + EXAMINED + ") s"
                        + " where s.desk_key_of is null or s.desk_key_of <> s.latest_revision limit " + BATCH)
                .rows(Row::uuid);
    }

    /** False for an article that cannot be read; the next round tries again. */
    private static boolean isRebuilt(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> rebuild(id));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "The words of a draft could not be made; article=%s", id);
            return false;
        }
    }

    /** Shares the lock on tags: a merger changes tags of many drafts, in another order. */
    private static void rebuild(UUID id) {
        VocabularyLock.share();
        Article article = Article.findById(id);
        if (article != null) {
            ArticleDraft draft = article.workingDraft();
            List<Tag> tags = Objects.requireNonNullElse(draft.tags(), List.<String>of()).stream()
                    .flatMap(tag -> Ref.of(tag).stream())
                    .flatMap(ref -> TagRef.atDesk(ref).stream())
                    .toList();
            Panache.getSession(Article.class).doWork(connection -> write(article, draft, tags, connection));
        }
    }

    private static void write(Article article, ArticleDraft draft, List<Tag> tags, Connection connection)
            throws SQLException {
        int revision = article.revisions().latestRevision();
        String slug = Objects.requireNonNullElse(draft.slug(), article.slug());
        try (PreparedStatement words = connection.prepareStatement(WORDS)) {
            words.setString(1, DeskKey.of(draft.title(), draft.kicker(), tags, slug));
            words.setInt(2, revision);
            words.setObject(3, article.id());
            words.setInt(4, revision);
            if (words.executeUpdate() == 1) {
                writeTags(article, tags, connection);
            }
        }
    }

    /** A draft that readers do not see yet has tags of its own. */
    private static void writeTags(Article article, List<Tag> tags, Connection connection) throws SQLException {
        try (PreparedStatement removed = connection.prepareStatement("delete from draft_tag where article_id = ?");
                PreparedStatement added =
                        connection.prepareStatement("insert into draft_tag (article_id, tag_id) values (?, ?)")) {
            removed.setObject(1, article.id());
            removed.executeUpdate();
            if (article.revisions().areAhead()) {
                for (UUID tag : tags.stream().map(Tag::id).distinct().toList()) {
                    added.setObject(1, article.id());
                    added.setObject(2, tag);
                    added.addBatch();
                }
                added.executeBatch();
            }
        }
    }
}
