package press.gazette.article.reading;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.article.PublicArticles;
import press.gazette.database.Row;
import press.gazette.media.Showcase;

/** The lead pictures of articles. */
@Singleton
final class LeadPictures implements Showcase {

    @Override
    public boolean shows(UUID picture, Instant now) {
        return PublicArticles.select("a.id", now)
                .plus(" and a.image_id = ? limit 1", picture)
                .first(Row::uuid)
                .isPresent();
    }
}
