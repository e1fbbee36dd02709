package press.gazette.tag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.database.Sql;
import press.gazette.media.Media;
import press.gazette.media.MediaUser;
import press.gazette.media.PictureUse;
import press.gazette.media.UserKind;

/** The pictures of tags. */
@Singleton
final class TagPictures implements PictureUse {

    @Override
    public UserKind kind() {
        return UserKind.TAG;
    }

    @Override
    public boolean shows(UUID picture, Instant now) {
        return Tag.find("select t.id from Tag t where t.text.image.id = ?1 and t.state " + TagState.VISIBLE, picture)
                .project(UUID.class)
                .firstResultOptional()
                .isPresent();
    }

    @Override
    public List<MediaUser> users(UUID medium, int most) {
        return Sql.of("select t.id, t.name from tag t where t.image_id = ? order by t.id limit " + most, medium)
                .rows(row -> user(row.uuid(), row.text()));
    }

    private static MediaUser user(UUID id, String name) {
        return new MediaUser(UserKind.TAG, id.toString(), name, "/v1/desk/tags/" + id);
    }

    @Override
    public Optional<Set<UUID>> usedBy(String ref) {
        return Ref.of(ref)
                .flatMap(TagRef::atDesk)
                .map(tag ->
                        Stream.ofNullable(tag.content().image()).map(Media::id).collect(Collectors.toSet()));
    }
}
