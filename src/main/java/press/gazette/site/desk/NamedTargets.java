package press.gazette.site.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.Publisher;
import press.gazette.site.draft.MenuItemDraft;
import press.gazette.site.draft.SiteDraft;
import press.gazette.tag.TagType;

/**
 * The targets and pictures that a draft names, in any state: one statement for all. Its rows have no order: a slug is the
 * current, a former or a working one of one tag only.
 */
final class NamedTargets {

    /** @param type of a tag; null: any other target */
    private record NamedTarget(UUID id, @Nullable TagType type) {}

    private record Named(String kind, String name, NamedTarget target) {

        static Named of(Row row) {
            String kind = row.text();
            return new Named(
                    kind,
                    row.text(),
                    new NamedTarget(
                            row.uuid(), kind.equals(MenuItemKind.TAG.word) ? row.constant(TagType.class) : null));
        }
    }

    private static final String PICTURE = "picture";
    private static final String NO_TYPE = "cast(null as varchar(20))";

    /** By the kind of the target, then by each text that names it. */
    private final Map<String, Map<String, NamedTarget>> targets;

    private NamedTargets(Map<String, Map<String, NamedTarget>> targets) {
        this.targets = targets;
    }

    static NamedTargets of(SiteDraft draft) {
        List<MenuItemDraft> items =
                draft.menus().stream().flatMap(menu -> all(menu.items())).toList();
        Set<Ref> tags = refs(Stream.concat(names(items, MenuItemKind.TAG), draft.sections().stream()));
        Set<Ref> articles = refs(names(items, MenuItemKind.ARTICLE));
        Set<UUID> pictures = Stream.of(draft.logo(), logo(draft.publisher()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Map<String, NamedTarget>> targets = new HashMap<>();
        Sql.join(
                        " union all ",
                        List.of(
                                tags("t.slug", "tag t where t.slug in ", Ref.slugs(tags)),
                                tags("cast(t.id as varchar(36))", "tag t where t.id in ", Ref.ids(tags)),
                                formerTags("n.slug", "tag_alias n", "n.slug", Ref.slugs(tags)),
                                formerTags("n.slug", "tag_working_slug n", "n.slug", Ref.slugs(tags)),
                                formerTags("cast(n.id as varchar(36))", "tag_merged n", "n.id", Ref.ids(tags)),
                                others(
                                        MenuItemKind.LIST.word,
                                        "n.key",
                                        "curated_list n",
                                        keys(items, MenuItemKind.LIST)),
                                others(
                                        MenuItemKind.PAGE.word,
                                        "n.key",
                                        "curated_page n",
                                        keys(items, MenuItemKind.PAGE)),
                                others(MenuItemKind.ARTICLE.word, "n.slug", "article n", Ref.slugs(articles)),
                                byId(MenuItemKind.ARTICLE.word, "article n", Ref.ids(articles)),
                                byId(PICTURE, "media n", pictures)
                                        .plus(" and (n.file is null or n.placeholder is not null)")))
                .rows(Named::of)
                .forEach(named -> targets.computeIfAbsent(named.kind(), kind -> new HashMap<>())
                        .put(named.name(), named.target()));
        return new NamedTargets(targets);
    }

    private static Stream<MenuItemDraft> all(List<MenuItemDraft> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), all(item.items())));
    }

    /** The text by which an item names its target of this kind; null: it has none, or is a link. */
    static @Nullable String name(MenuItemDraft item, MenuItemKind kind) {
        return switch (kind) {
            case TAG -> item.tag();
            case PAGE -> item.page();
            case LIST -> item.list();
            case ARTICLE -> item.article();
            case LINK -> null;
        };
    }

    private static Stream<String> names(List<MenuItemDraft> items, MenuItemKind kind) {
        return items.stream().flatMap(item -> Stream.ofNullable(name(item, kind)));
    }

    private static Set<String> keys(List<MenuItemDraft> items, MenuItemKind kind) {
        return names(items, kind).collect(Collectors.toSet());
    }

    private static Set<Ref> refs(Stream<String> texts) {
        return texts.flatMap(text -> Ref.of(text).stream()).collect(Collectors.toSet());
    }

    private static @Nullable UUID logo(@Nullable Publisher publisher) {
        return publisher == null ? null : publisher.logo();
    }

    private static Sql tags(String name, String from, Collection<?> names) {
        return Sql.of("select '" + MenuItemKind.TAG.word + "', " + name + ", t.id, t.type from " + from)
                .plus(Sql.list(names));
    }

    /** Tags by names that they had, or that tags had which were merged into them. */
    private static Sql formerTags(String name, String table, String column, Collection<?> names) {
        return tags(name, table + " join tag t on t.id = n.tag_id where " + column + " in ", names);
    }

    private static Sql others(String kind, String name, String table, Collection<?> names) {
        return Sql.of("select '" + kind + "', " + name + ", n.id, " + NO_TYPE + " from " + table + " where " + name
                        + " in ")
                .plus(Sql.list(names));
    }

    private static Sql byId(String kind, String table, Collection<UUID> ids) {
        return Sql.of("select '" + kind + "', cast(n.id as varchar(36)), n.id, " + NO_TYPE + " from " + table
                        + " where n.id in ")
                .plus(Sql.list(ids));
    }

    /** The id of the target; empty: there is none with this name. */
    Optional<UUID> find(MenuItemKind kind, String name) {
        return target(kind.word, name).map(NamedTarget::id);
    }

    /** The id of a section; empty: there is none with this name. */
    Optional<UUID> section(String name) {
        return target(MenuItemKind.TAG.word, name)
                .filter(tag -> tag.type() == TagType.SECTION)
                .map(NamedTarget::id);
    }

    boolean hasPicture(UUID id) {
        return target(PICTURE, id.toString()).isPresent();
    }

    private Optional<NamedTarget> target(String kind, String name) {
        return Optional.ofNullable(targets.getOrDefault(kind, Map.of()).get(name));
    }
}
