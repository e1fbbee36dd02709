package press.gazette.tag;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.address.Ref;
import press.gazette.change.Ledger;
import press.gazette.change.Position;

/**
 * Which visible tags stand at these addresses: one statement, which also tells how new its answer is.
 *
 * @param tags without an entry for what readers may not see
 * @param position where the ledger ended
 */
public record TagLookup(Map<Ref, Found> tags, Position position) {

    /**
     * A tag as it was found.
     *
     * @param meant the tag itself and, where they were asked for, all visible tags below it
     */
    public record Found(UUID id, String slug, TagType type, Set<UUID> meant) {}

    /** One row: the address that led to the tag, and the tag. */
    private record Row(String address, UUID id, String slug, TagType type, long seq, Instant at) {}

    /** One row: a tag, and one that is somewhere below it. */
    private record BelowRow(UUID root, UUID id) {}

    /** No slug has this form, so it asks for nothing. */
    private static final String NO_SLUG = "-";

    /** Steps below the widest tag: continent, country, region, city, district, and as many again. */
    public static final int DEEPEST = 10;

    private static final UUID NO_ID = new UUID(0, 0);

    /**
     * Looks all of them up together.
     *
     * @param withDescendants whether the tags below are looked up too, which takes one more statement
     */
    public static TagLookup of(Collection<Ref> refs, boolean withDescendants) {
        Set<String> slugs =
                refs.stream().map(Ref::slug).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> ids = refs.stream().map(Ref::id).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Row> rows = Panache.getSession(Tag.class)
                .createSelectionQuery("""
                        select t.slug as address, t.id as id, t.slug as slug, t.type as type, h.seq as seq, h.at as at
                        from Tag t cross join LedgerHead h where t.slug in :slugs and t.state %1$s
                        union all
                        select old, t.id, t.slug, t.type, h.seq, h.at
                        from Tag t join t.aliases old cross join LedgerHead h where old in :slugs and t.state %1$s
                        union all
                        select cast(t.id as string), t.id, t.slug, t.type, h.seq, h.at
                        from Tag t cross join LedgerHead h where t.id in :ids and t.state %1$s
                        union all
                        select cast(old as string), t.id, t.slug, t.type, h.seq, h.at
                        from Tag t join t.mergedIds old cross join LedgerHead h where old in :ids and t.state %1$s""".formatted(TagState.VISIBLE), Row.class)
                .setParameter("slugs", slugs.isEmpty() ? Set.of(NO_SLUG) : slugs)
                .setParameter("ids", ids.isEmpty() ? Set.of(NO_ID) : ids)
                .getResultList();
        Map<UUID, Set<UUID>> below =
                withDescendants ? below(rows.stream().map(Row::id).collect(Collectors.toSet())) : Map.of();
        Map<Ref, Found> tags = new HashMap<>();
        rows.forEach(row -> tags.put(
                Ref.parse(row.address(), "tag"),
                new Found(row.id(), row.slug(), row.type(), meant(row.id(), below.getOrDefault(row.id(), Set.of())))));
        return new TagLookup(
                tags,
                rows.isEmpty()
                        ? Ledger.head().position()
                        : new Position(rows.get(0).seq(), rows.get(0).at()));
    }

    private static Set<UUID> meant(UUID tag, Set<UUID> below) {
        Set<UUID> meant = new LinkedHashSet<>(Set.of(tag));
        meant.addAll(below);
        return meant;
    }

    /** What is below a hidden tag is not below what is above it: readers do not know of the connection. */
    private static Map<UUID, Set<UUID>> below(Set<UUID> roots) {
        return roots.isEmpty()
                ? Map.of()
                : Panache.getSession(Tag.class)
                        .createSelectionQuery("""
                        with below as (
                            select t.id as root, t.id as id, 0 as depth from Tag t where t.id in :roots
                            union all
                            select b.root as root, c.id as id, b.depth + 1 as depth
                            from below b join Tag c on c.state %s join c.parents p on p.id = b.id
                            where b.depth < %d)
                        select b.root, b.id from below b""".formatted(TagState.VISIBLE, DEEPEST), BelowRow.class)
                        .setParameter("roots", roots)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                BelowRow::root, Collectors.mapping(BelowRow::id, Collectors.toSet())));
    }
}
