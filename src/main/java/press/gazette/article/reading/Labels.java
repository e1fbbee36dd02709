package press.gazette.article.reading;

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
import press.gazette.tag.Vocabulary;

/**
 * The visible tags of one article in editorial order, sorted by what they are for.
 *
 * @param section the first section; absent: none
 * @param tags all but sections and contributors
 */
record Labels(@Nullable TagLabel section, List<TagLabel> contributors, List<TagLabel> tags) {

    /** The labels of all tags of these rows; none where none is shown. */
    static Map<UUID, TagLabel> of(Collection<CardRow> rows, Showing showing) {
        if (rows.isEmpty() || !showing.showsTags()) {
            return Map.of();
        }
        Set<UUID> tags = rows.stream().flatMap(row -> row.tags().stream()).collect(Collectors.toSet());
        long known = rows.stream().mapToLong(row -> row.mark().tags()).max().orElseThrow();
        return showing.showsParentsOfTags()
                ? Vocabulary.get().labelsWithParents(tags, known)
                : Vocabulary.get().labels(tags, known);
    }

    /**
     * Those of one article.
     *
     * @param labels without those that readers may not see
     */
    static Labels sorted(List<UUID> ids, Map<UUID, TagLabel> labels) {
        TagLabel section = null;
        List<TagLabel> contributors = new ArrayList<>();
        List<TagLabel> tags = new ArrayList<>();
        for (UUID id : ids) {
            TagLabel label = labels.get(id);
            if (label == null) {
                continue;
            }
            if (label.type() == TagType.CONTRIBUTOR) {
                contributors.add(label);
            } else if (label.type() != TagType.SECTION) {
                tags.add(label);
            } else if (section == null) {
                section = label;
            }
        }
        return new Labels(section, List.copyOf(contributors), List.copyOf(tags));
    }

    /** The kicker that was set, else the primary tag's name; absent when there is neither. */
    @Nullable
    String kicker(@Nullable String set) {
        return set != null || tags.isEmpty() ? set : tags.get(0).name();
    }

    /** The byline that was set, else the contributors' names; absent when there is neither. */
    @Nullable
    String byline(@Nullable String set) {
        if (set != null || contributors.isEmpty()) {
            return set;
        }
        List<String> names = contributors.stream().map(TagLabel::name).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
