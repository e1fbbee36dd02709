package press.gazette.site.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.database.Sql;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;
import press.gazette.tag.Vocabulary;
import press.gazette.time.Expiries;

/** The targets of menus and the sections that readers may see: at most one statement, since tags are in memory. */
final class ShownTargets {

    /**
     * A target that readers may see.
     *
     * @param ref its current slug or key
     * @param title its name or title
     */
    record Target(String ref, String title) {}

    private record Row(UUID id, Target target, @Nullable Instant expiresAt) {}

    private static final String NEVER = "cast(null as timestamp with time zone)";

    private final Map<UUID, TagLabel> tags;
    private final Map<UUID, Target> others;

    private ShownTargets(Map<UUID, TagLabel> tags, Map<UUID, Target> others) {
        this.tags = tags;
        this.others = others;
    }

    /** @param known the number of the last change of tags that the caller has read */
    static ShownTargets of(SiteContent content, long known, Instant now) {
        return new ShownTargets(Vocabulary.get().labels(content.ids(MenuItemKind.TAG), known), others(content, now));
    }

    private static Map<UUID, Target> others(SiteContent content, Instant now) {
        List<Sql> parts = new ArrayList<>();
        add(
                parts,
                Sql.of("select l.id, l.key, l.title, " + NEVER + " from curated_list l where l.live_id is not null"
                        + " and l.id in "),
                content.ids(MenuItemKind.LIST));
        add(
                parts,
                Sql.of("select p.id, p.key, p.title, " + NEVER + " from curated_page p where p.id in "),
                content.ids(MenuItemKind.PAGE));
        add(
                parts,
                PublicArticles.selectAny("a.id, a.slug, a.title, a.expires_at", now)
                        .plus(" and a.id in "),
                content.ids(MenuItemKind.ARTICLE));
        Map<UUID, Target> found = new HashMap<>();
        if (!parts.isEmpty()) {
            Sql.join(" union all ", parts)
                    .rows(row -> new Row(row.uuid(), new Target(row.text(), row.text()), row.instantOrNull()))
                    .forEach(row -> {
                        Expiries.add(row.expiresAt());
                        found.put(row.id(), row.target());
                    });
        }
        return found;
    }

    private static void add(List<Sql> parts, Sql select, Set<UUID> ids) {
        if (!ids.isEmpty()) {
            parts.add(select.plus(Sql.list(ids)));
        }
    }

    /** The target with this id; empty: readers do not see it. */
    Optional<Target> find(UUID id) {
        return Optional.ofNullable(tags.get(id))
                .map(tag -> new Target(tag.slug(), tag.name()))
                .or(() -> Optional.ofNullable(others.get(id)));
    }

    /** The visible ones of these sections, in their order, each once. */
    List<TagLabel> sections(List<UUID> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(tags.get(id)))
                .filter(tag -> tag.type() == TagType.SECTION)
                .toList();
    }
}
