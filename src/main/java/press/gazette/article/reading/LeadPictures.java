package press.gazette.article.reading;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.article.PublicArticles;
import press.gazette.database.Row;
import press.gazette.media.PictureUse;

/** The lead pictures of articles, and their pictures for social networks. */
@Singleton
final class LeadPictures implements PictureUse {

    @Override
    public boolean shows(UUID picture, Instant now) {
        return Stream.of("a.image_id", "a.seo_image_id")
                .anyMatch(column -> PublicArticles.selectAny("a.id", now)
                        .plus(" and " + column + " = ? limit 1", picture)
                        .first(Row::uuid)
                        .isPresent());
    }
}
