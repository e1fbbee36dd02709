package press.gazette.article.reading;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.article.Article;
import press.gazette.article.Visibility;
import press.gazette.media.Showcase;

/** The lead pictures of articles. */
@Singleton
final class LeadPictures implements Showcase {

    @Override
    public boolean shows(UUID picture, Instant now) {
        return Article.find(
                        "select a.id from Article a where a.image.id = :picture and " + Visibility.PUBLIC,
                        Map.of("picture", picture, "now", now))
                .project(UUID.class)
                .firstResultOptional()
                .isPresent();
    }
}
