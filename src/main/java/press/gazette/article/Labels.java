package press.gazette.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;

/**
 * The visible tags of one article in editorial order, sorted by what they are for.
 *
 * @param section the first section; absent: none
 * @param tags all but sections and contributors
 */
record Labels(@Nullable TagLabel section, List<TagLabel> contributors, List<TagLabel> tags) {

    private static final Labels NONE = new Labels(null, List.of(), List.of());

    /** One row of the query below. */
    record Row(UUID article, UUID id, String slug, String name, TagType type) {

        TagLabel label() {
            return new TagLabel(id, slug, name, type);
        }
    }

    /** The labels of all these articles in one statement. */
    static Map<UUID, Labels> of(Collection<UUID> articles) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = Panache.getSession(Tagging.class)
                .createSelectionQuery("""
                        select g.article.id, t.id, t.slug, t.name, t.type
                        from Tagging g join g.tag t
                        where g.article.id in :articles and t.state <> HIDDEN
                        order by g.article.id, g.position""", Row.class)
                .setParameter("articles", articles)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::article,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Row::label, Collectors.toList()), Labels::sorted)));
    }

    static Labels in(Map<UUID, Labels> labels, UUID article) {
        return labels.getOrDefault(article, NONE);
    }

    private static Labels sorted(List<TagLabel> labels) {
        TagLabel section = null;
        List<TagLabel> contributors = new ArrayList<>();
        List<TagLabel> tags = new ArrayList<>();
        for (TagLabel label : labels) {
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
