package press.gazette.tag;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import press.gazette.address.Ref;
import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * A tag that readers may see, with its place in the vocabulary.
 *
 * @param parents the next wider tags, the closest first, whether readers may see them or not
 * @param aliases old slugs
 * @param mergedIds ids of tags that were merged into it
 */
record VisibleTag(TagLabel label, List<UUID> parents, List<String> aliases, List<UUID> mergedIds) {

    private static final String SELECT = """
            select t.id, t.slug, t.name, t.type,
             (select array_agg(p.parent_id order by p.position) from tag_parent p where p.tag_id = t.id),
             (select array_agg(a.slug) from tag_alias a where a.tag_id = t.id),
             (select array_agg(m.id) from tag_merged m where m.tag_id = t.id)
            from tag t where t.state in ('active', 'deprecated')""";

    /** All of them in no order, but no more than that. */
    static List<VisibleTag> all(int most) {
        return Sql.of(SELECT + " limit " + most).rows(VisibleTag::of);
    }

    /** Those with these ids. */
    static List<VisibleTag> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : Sql.of(SELECT + " and t.id in ").plus(Sql.list(ids)).rows(VisibleTag::of);
    }

    /** Those with these ids, and those right below them. */
    static List<VisibleTag> withChildren(Collection<UUID> ids) {
        return Sql.of(SELECT + " and (t.id in ")
                .plus(Sql.list(ids))
                .plus(" or t.id in (select c.tag_id from tag_parent c where c.parent_id in ")
                .plus(Sql.list(ids))
                .plus("))")
                .rows(VisibleTag::of);
    }

    /** Those that have one of these addresses now, or had it once. */
    static List<VisibleTag> byAddresses(Collection<Ref> refs) {
        Sql slugs = Sql.list(
                refs.stream().flatMap(ref -> Stream.ofNullable(ref.slug())).toList());
        Sql ids = Sql.list(
                refs.stream().flatMap(ref -> Stream.ofNullable(ref.id())).toList());
        return Sql.of(SELECT + " and t.id in (select s.id from tag s where s.slug in ")
                .plus(slugs)
                .plus(" union all select a.tag_id from tag_alias a where a.slug in ")
                .plus(slugs)
                .plus(" union all select i.id from tag i where i.id in ")
                .plus(ids)
                .plus(" union all select m.tag_id from tag_merged m where m.id in ")
                .plus(ids)
                .plus(")")
                .rows(VisibleTag::of);
    }

    private static VisibleTag of(Row row) {
        TagLabel label = new TagLabel(row.uuid(), row.text(), row.text(), row.constant(TagType.class));
        return new VisibleTag(label, row.uuids(), row.texts(), row.uuids());
    }

    UUID id() {
        return label.id();
    }

    /** Whether it has this address now, or had it once. */
    boolean isAt(Ref ref) {
        return ref.id() == null
                ? label.slug().equals(ref.slug()) || aliases.contains(ref.slug())
                : id().equals(ref.id()) || mergedIds.contains(ref.id());
    }
}
