package press.gazette.article.reading;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.article.PublicArticles;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.MediaUser;
import press.gazette.media.PictureUse;
import press.gazette.media.UserKind;

/** The media of articles: lead pictures, pictures for social networks, and those in bodies. */
@Singleton
final class ArticlePictures implements PictureUse {

    @Override
    public UserKind kind() {
        return UserKind.ARTICLE;
    }

    @Override
    public boolean shows(UUID picture, Instant now) {
        return Stream.of("a.image_id", "a.seo_image_id")
                .anyMatch(column -> PublicArticles.selectAny("a.id", now)
                        .plus(" and " + column + " = ? limit 1", picture)
                        .first(Row::uuid)
                        .isPresent());
    }

    /** The newest first: ids increase with time. */
    @Override
    public List<MediaUser> users(UUID medium, int most) {
        return Sql.of(
                        "select a.id, a.title from article_media u join article a on a.id = u.article_id"
                                + " where u.media_id = ? order by u.media_id desc, u.article_id desc limit " + most,
                        medium)
                .rows(row -> user(row.uuid(), row.text()));
    }

    private static MediaUser user(UUID id, String title) {
        return new MediaUser(UserKind.ARTICLE, id.toString(), title, "/v1/desk/articles/" + id);
    }

    @Override
    public Optional<Set<UUID>> usedBy(String ref) {
        return Ref.of(ref)
                .flatMap(known -> known.either(
                        id -> Sql.of("select a.id from article a where a.id = ?", id)
                                .first(Row::uuid),
                        slug -> Sql.of("select a.id from article a where a.slug = ?", slug)
                                .first(Row::uuid)))
                .map(id -> new HashSet<>(Sql.of("select u.media_id from article_media u where u.article_id = ?", id)
                        .rows(Row::uuid)));
    }
}
