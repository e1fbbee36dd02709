package press.gazette.importer.item;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.tag.TagType;

/**
 * A category, a tag or an author of another system.
 *
 * @param key unique among all terms of the source
 * @param slug of the other system; its form may be invalid here
 * @param parent the key of the wider term; null: none
 * @param sameAs addresses of the same subject elsewhere, such as in a vocabulary of the IPTC
 */
public record ImportedTerm(
        String key,
        TagType type,
        String slug,
        String name,
        @Nullable String description,
        @Nullable String parent,
        List<String> sameAs) {

    /** A term that no other vocabulary has. */
    public ImportedTerm(
            String key, TagType type, String slug, String name, @Nullable String description, @Nullable String parent) {
        this(key, type, slug, name, description, parent, List.of());
    }
}
