package press.gazette.media;

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

import press.gazette.time.Clockwork;

/**
 * Makes the words of media that an older release has stored. It runs after the start, and every hour, since a node of that
 * release may write beside this one. Versions of records stay.
 */
@Singleton
final class MediaWordsRebuild {

    /** Media of one transaction, which are locked meanwhile. */
    private static final int BATCH = 100;

    private static final Duration PAUSE = Duration.ofHours(1);

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("words of media", this::round).wake();
    }

    /** Does a batch; returns the time to the next one. */
    Duration round() {
        int done = QuarkusTransaction.requiringNew().call(MediaWordsRebuild::batch);
        return done == BATCH ? Duration.ZERO : PAUSE;
    }

    private static int batch() {
        List<UUID> outdated = Media.find(
                        "select m.id from Media m where m.search.wordsForm < ?1 order by m.search.wordsForm, m.id",
                        MediaWords.FORM)
                .project(UUID.class)
                .range(0, BATCH - 1)
                .list();
        outdated.forEach(MediaWordsRebuild::rebuild);
        return outdated.size();
    }

    private static void rebuild(UUID id) {
        Media.locked(id)
                .ifPresent(media -> Panache.getSession(Media.class)
                        .doWork(connection -> write(id, words(media.picture()), connection)));
    }

    private static Set<String> words(Picture picture) {
        return MediaWords.of(picture.caption(), picture.alt(), picture.credit());
    }

    /** Writes behind the record's back: its version, which is its ETag, stays. */
    private static void write(UUID id, Set<String> words, Connection connection) throws SQLException {
        try (PreparedStatement removed = connection.prepareStatement("delete from media_word where media_id = ?");
                PreparedStatement added =
                        connection.prepareStatement("insert into media_word (media_id, word) values (?, ?)");
                PreparedStatement done = connection.prepareStatement("update media set words_form = ? where id = ?")) {
            removed.setObject(1, id);
            removed.executeUpdate();
            for (String word : words) {
                added.setObject(1, id);
                added.setString(2, word);
                added.addBatch();
            }
            added.executeBatch();
            done.setInt(1, MediaWords.FORM);
            done.setObject(2, id);
            done.executeUpdate();
        }
    }
}
