package press.gazette.tag;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.media.PictureUse;

/** The pictures of tags. */
@Singleton
final class TagPictures implements PictureUse {

    @Override
    public boolean shows(UUID picture, Instant now) {
        return Tag.find("select t.id from Tag t where t.text.image.id = ?1 and t.state " + TagState.VISIBLE, picture)
                .project(UUID.class)
                .firstResultOptional()
                .isPresent();
    }
}
