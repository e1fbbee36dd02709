package press.gazette.article.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Tagging;
import press.gazette.tag.Tag;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;

/**
 * The visible tags of one article in editorial order, sorted by what they are for.
 *
 * @param section the first section; absent: none
 * @param tags all but sections and contributors
 */
record Labels(@Nullable TagLabel section, List<TagLabel> contributors, List<TagLabel> tags) {

    private static final Labels NONE = new Labels(null, List.of(), List.of());

    /** The labels of all these articles in one statement, with the tags' parents in two; none at all where none is shown. */
    static Map<UUID, Labels> of(Collection<UUID> articles, Showing showing) {
        if (articles.isEmpty() || !showing.showsTags()) {
            return Map.of();
        }
        // With a list of values Hibernate translates the query anew each time; most often there is one.
        boolean one = articles.size() == 1;
        List<LabelRow> rows = Panache.getSession(Tagging.class)
                .createSelectionQuery("""
                        select new press.gazette.article.reading.LabelRow(g.article.id, t.id, t.slug, t.name, t.type)
                        from Tagging g join g.tag t
                        where g.article.id %s :articles and t.state %s
                        order by g.article.id, g.position""".formatted(one ? "=" : "in", TagState.VISIBLE), LabelRow.class)
                .setParameter("articles", one ? articles.iterator().next() : articles)
                .getResultList();
        UnaryOperator<TagLabel> expanded = showing.showsParentsOfTags() ? withParents(rows) : UnaryOperator.identity();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        LabelRow::owner,
                        Collectors.collectingAndThen(
                                Collectors.mapping(row -> expanded.apply(row.label()), Collectors.toList()),
                                Labels::sorted)));
    }

    private static UnaryOperator<TagLabel> withParents(List<LabelRow> rows) {
        Map<UUID, List<TagLabel>> parents = Panache.getSession(Tag.class)
                .createSelectionQuery("""
                        select new press.gazette.article.reading.LabelRow(t.id, p.id, p.slug, p.name, p.type)
                        from Tag t join t.parents p
                        where t.id in :tags and p.state %s
                        order by t.id, index(p)""".formatted(TagState.VISIBLE), LabelRow.class)
                .setParameter("tags", rows.stream().map(row -> row.label().id()).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        LabelRow::owner, Collectors.mapping(LabelRow::label, Collectors.toList())));
        return label -> label.below(parents.getOrDefault(label.id(), List.of()));
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
