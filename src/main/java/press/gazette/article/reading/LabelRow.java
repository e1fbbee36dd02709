package press.gazette.article.reading;

import java.util.UUID;

import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;

/**
 * A visible tag of something.
 *
 * @param owner the article that carries it, or the tag that it is a parent of
 */
record LabelRow(UUID owner, TagLabel label) {

    /** As a query makes it. */
    LabelRow(UUID owner, UUID id, String slug, String name, TagType type) {
        this(owner, new TagLabel(id, slug, name, type));
    }
}
