package press.gazette.article.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;
import press.gazette.tag.VisibleTag;
import press.gazette.tag.Vocabulary;
import press.gazette.tag.reading.Contributor;

/**
 * The visible tags of one article in editorial order, split by their types.
 *
 * @param section the first section; absent: none
 * @param tags all but sections and contributors
 */
record Labels(@Nullable TagLabel section, List<Contributor> contributors, List<TagLabel> tags) {

    /** All tags of the rows; empty if the response shows no tags. */
    static Map<UUID, VisibleTag> of(Collection<CardRow> rows, Detail detail) {
        if (rows.isEmpty() || !detail.showsTags()) {
            return Map.of();
        }
        Set<UUID> tags = rows.stream().flatMap(row -> row.tags().stream()).collect(Collectors.toSet());
        long known = rows.stream().mapToLong(row -> row.mark().tags()).max().orElseThrow();
        return detail.showsParentsOfTags()
                ? Vocabulary.get().tagsWithParents(tags, known)
                : Vocabulary.get().tags(tags, known);
    }

    /**
     * The tags of one article.
     *
     * @param visible without hidden tags
     */
    static Labels sorted(List<UUID> ids, Map<UUID, VisibleTag> visible, Instant now) {
        TagLabel section = null;
        List<Contributor> contributors = new ArrayList<>();
        List<TagLabel> tags = new ArrayList<>();
        for (UUID id : ids) {
            VisibleTag tag = visible.get(id);
            if (tag == null) {
                continue;
            }
            TagLabel label = tag.label();
            if (label.type() == TagType.CONTRIBUTOR) {
                contributors.add(Contributor.of(tag, now));
            } else if (label.type() != TagType.SECTION) {
                tags.add(label);
            } else if (section == null) {
                section = label;
            }
        }
        return new Labels(section, List.copyOf(contributors), List.copyOf(tags));
    }

    /** The kicker as set, else the primary tag's name; null: neither. */
    @Nullable
    String kicker(@Nullable String set) {
        return set != null || tags.isEmpty() ? set : tags.get(0).name();
    }

    /**
     * The byline as set, else the contributors' names; null: neither.
     *
     * @param language of the article
     */
    @Nullable
    String byline(@Nullable String set, String language) {
        return set != null || contributors.isEmpty()
                ? set
                : Byline.of(
                        contributors.stream().map(each -> each.label().name()).toList(), language);
    }
}
