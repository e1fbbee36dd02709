package press.gazette.article.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.time.Clockwork;

/**
 * Records the media of articles that a release without these records has saved, so that the desk finds their uses in bodies too.
 * It runs on every node after the start. Versions of articles stay.
 */
@Singleton
final class MediaUsesRebuild {

    private static final Logger LOG = Logger.getLogger(MediaUsesRebuild.class);

    private static final int BATCH = 100;

    private static final Duration PAUSE = Duration.ofHours(1);

    /** The article stays unchanged if an editor saves it meanwhile, which records its media. */
    private static final String DONE = "update article set media_form = " + ArticleContent.MEDIA_FORM
            + " where id = ? and latest_revision = ? and media_form < " + ArticleContent.MEDIA_FORM;

    private static final String ADDED = "insert into article_media (article_id, media_id) values (?, ?)";

    /** The last article of a full batch, behind which the next one begins; null: at the first. */
    private @Nullable UUID last;

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("uses of media", this::round).wake();
    }

    Duration round() {
        return round(BATCH);
    }

    /** Records the media of a batch; returns the time to the next one. */
    Duration round(int most) {
        UUID from = last;
        List<UUID> outdated = QuarkusTransaction.requiringNew().call(() -> outdated(from, most));
        outdated.forEach(MediaUsesRebuild::record);
        boolean isFull = outdated.size() == most;
        last = isFull ? outdated.get(most - 1) : null;
        return isFull ? Duration.ZERO : PAUSE;
    }

    private static List<UUID> outdated(@Nullable UUID behind, int most) {
        String outdated = "select a.id from article a where a.media_form < " + ArticleContent.MEDIA_FORM;
        String order = " order by a.id limit " + most;
        return (behind == null ? Sql.of(outdated + order) : Sql.of(outdated + " and a.id > ?" + order, behind))
                .rows(Row::uuid);
    }

    /** An article that cannot be read is passed over, and tried again after the pause. */
    private static void record(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> rebuild(id));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The media of an article could not be recorded; article=%s", id);
        }
    }

    private static void rebuild(UUID id) {
        Article article = Article.findById(id);
        if (article != null) {
            Set<UUID> media = article.text().media();
            media.addAll(article.workingDraft().media());
            int revision = article.revisions().latestRevision();
            Panache.getSession(Article.class).doWork(connection -> write(id, revision, media, connection));
        }
    }

    /** The row of the article is written first, and locked: a save that comes between waits, and finds these records. */
    private static void write(UUID id, int revision, Set<UUID> media, Connection connection) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE);
                PreparedStatement removed =
                        connection.prepareStatement("delete from article_media where article_id = ?");
                PreparedStatement added = connection.prepareStatement(ADDED)) {
            done.setObject(1, id);
            done.setInt(2, revision);
            if (done.executeUpdate() == 1) {
                removed.setObject(1, id);
                removed.executeUpdate();
                for (UUID medium : media) {
                    added.setObject(1, id);
                    added.setObject(2, medium);
                    added.addBatch();
                }
                added.executeBatch();
            }
        }
    }
}
