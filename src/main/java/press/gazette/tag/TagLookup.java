package press.gazette.tag;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.address.Ref;
import press.gazette.change.LedgerMark;
import press.gazette.change.LedgerPosition;

/**
 * The visible tags at some addresses. One statement reads the end of the ledger; the tags come from the {@link Vocabulary}.
 *
 * @param tags without entries for hidden and unknown tags
 * @param position the end of the ledger
 */
public record TagLookup(Map<Ref, Found> tags, LedgerPosition position) {

    /**
     * A tag at an address.
     *
     * @param meant the tag itself and, if asked for, all visible tags below it
     */
    public record Found(UUID id, String slug, TagType type, Set<UUID> meant) {}

    /** A row: a tag, and a tag below it at any depth. */
    private record BelowRow(UUID root, UUID id) {}

    /** The most steps below the widest tag: continent, country, region, city, district, and as many again. */
    public static final int DEEPEST = 10;

    /**
     * Looks up all addresses together.
     *
     * @param withDescendants true to look up the tags below too
     */
    public static TagLookup of(Collection<Ref> refs, boolean withDescendants) {
        LedgerMark mark = LedgerMark.now();
        Map<Ref, VisibleTag> found = Vocabulary.get().byAddresses(refs, mark.tags());
        Map<UUID, Set<UUID>> below = withDescendants
                ? below(found.values().stream().map(VisibleTag::id).collect(Collectors.toSet()), mark)
                : Map.of();
        Map<Ref, Found> tags = new HashMap<>();
        found.forEach((ref, tag) -> tags.put(ref, found(tag.label(), below.getOrDefault(tag.id(), Set.of(tag.id())))));
        return new TagLookup(tags, mark.position());
    }

    private static Found found(TagLabel label, Set<UUID> meant) {
        return new Found(label.id(), label.slug(), label.type(), meant);
    }

    private static Map<UUID, Set<UUID>> below(Set<UUID> roots, LedgerMark mark) {
        Map<UUID, Set<UUID>> below = new HashMap<>();
        for (UUID root : roots) {
            Set<UUID> known = Vocabulary.get().below(root, DEEPEST, mark.tags());
            if (known == null) {
                return below(roots);
            }
            below.put(root, known);
        }
        return below;
    }

    /** The search stops at hidden tags: readers do not know that they connect the tags above and below. */
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
