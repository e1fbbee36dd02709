package press.gazette.curation.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.listing.TagExpression;
import press.gazette.curation.CuratedList;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.FillQuery;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.ListSettings;
import press.gazette.curation.draft.Target;
import press.gazette.tag.Tag;

/**
 * Puts names in place of the ids that a revision keeps, as editors would write them: tags by their slugs, lists by their
 * keys. Articles stay ids, since a working slug may be another one tomorrow. What is no more stays an id too.
 */
public final class Names {

    private record Row(UUID id, String name) {}

    private final Map<UUID, String> names;

    private Names(Map<UUID, String> names) {
        this.names = names;
    }

    /** The names of all that these revisions speak of: at most two statements. */
    public static Names of(Collection<ListContent> contents) {
        List<Fill> fills = contents.stream()
                .flatMap(content -> content.settings().fill().stream())
                .toList();
        Set<UUID> tags = Stream.concat(
                        fills.stream().flatMap(Names::tags),
                        contents.stream()
                                .flatMap(content -> content.entries().stream())
                                .flatMap(entry -> entry.placed().target().latestTag().stream()))
                .collect(Collectors.toSet());
        Set<UUID> lists = fills.stream().flatMap(fill -> fill.listId().stream()).collect(Collectors.toSet());
        return new Names(Stream.concat(
                        rows("select t.id, t.slug from Tag t where t.id in :ids", Tag.class, tags),
                        rows("select l.id, l.key from CuratedList l where l.id in :ids", CuratedList.class, lists))
                .collect(Collectors.toMap(Row::id, Row::name)));
    }

    private static Stream<Row> rows(String hql, Class<?> entity, Set<UUID> ids) {
        return ids.isEmpty()
                ? Stream.of()
                : Panache.getSession(entity)
                        .createSelectionQuery(hql, Row.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream();
    }

    private static Stream<UUID> tags(Fill fill) {
        FillQuery query = fill.query();
        if (query == null) {
            return fill.latestTag().stream();
        }
        Stream<UUID> expression = query.tags() == null
                ? Stream.of()
                : TagExpression.parse(query.tags()).refs().map(Ref::id).filter(Objects::nonNull);
        return Stream.concat(expression, Stream.ofNullable(query.section()).map(UUID::fromString));
    }

    /** The settings as an editor would write them. */
    public ListSettings settings(@Nullable String key, ListSettings settings) {
        List<Fill> fill = settings.fill().stream()
                .map(each -> new Fill(query(each.query()), name(each.list()), name(each.latestOf()), each.group()))
                .toList();
        return settings.naming(key, fill, settings.exclusions());
    }

    /** The entry as an editor would write it. */
    public EntryDraft entry(ListEntry entry) {
        Target target = entry.placed().target();
        return entry.placed()
                .naming(
                        new Target(target.article(), name(target.latestOf()), target.link()),
                        entry.placed().supporting());
    }

    private @Nullable FillQuery query(@Nullable FillQuery query) {
        if (query == null) {
            return null;
        }
        String tags = query.tags() == null
                ? null
                : TagExpression.parse(query.tags()).text(ref -> Objects.requireNonNull(name(ref.text())));
        return query.naming(tags, name(query.section()));
    }

    private @Nullable String name(@Nullable String id) {
        return id == null ? null : names.getOrDefault(UUID.fromString(id), id);
    }
}
