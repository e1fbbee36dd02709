package press.gazette.tag;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.address.Ref;
import press.gazette.change.Ledger;

/**
 * Which visible tags stand at these addresses: one statement, which also tells how new its answer is.
 *
 * @param tags without an entry for what readers may not see
 * @param lastChange when the ledger was last written
 */
public record TagLookup(Map<Ref, Found> tags, Instant lastChange) {

    /** A tag as it was found. */
    public record Found(UUID id, String slug, TagType type) {}

    /** One row: the address that led to the tag, and the tag. */
    private record Row(String address, UUID id, String slug, TagType type, Instant lastChange) {}

    /** No slug has this form, so it asks for nothing. */
    private static final String NO_SLUG = "-";

    private static final UUID NO_ID = new UUID(0, 0);

    public static TagLookup of(Collection<Ref> refs) {
        Set<String> slugs =
                refs.stream().map(Ref::slug).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> ids = refs.stream().map(Ref::id).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Row> rows = Panache.getSession(Tag.class)
                .createSelectionQuery("""
                        select t.slug as address, t.id as id, t.slug as slug, t.type as type, h.at as at
                        from Tag t cross join LedgerHead h where t.slug in :slugs and t.state <> HIDDEN
                        union all
                        select old, t.id, t.slug, t.type, h.at
                        from Tag t join t.aliases old cross join LedgerHead h where old in :slugs and t.state <> HIDDEN
                        union all
                        select cast(t.id as string), t.id, t.slug, t.type, h.at
                        from Tag t cross join LedgerHead h where t.id in :ids and t.state <> HIDDEN""", Row.class)
                .setParameter("slugs", slugs.isEmpty() ? Set.of(NO_SLUG) : slugs)
                .setParameter("ids", ids.isEmpty() ? Set.of(NO_ID) : ids)
                .getResultList();
        Map<Ref, Found> tags = new HashMap<>();
        rows.forEach(row -> tags.put(Ref.parse(row.address(), "tag"), new Found(row.id(), row.slug(), row.type())));
        return new TagLookup(
                tags, rows.isEmpty() ? Ledger.head().at() : rows.get(0).lastChange());
    }
}
