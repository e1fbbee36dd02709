package press.gazette.tag;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.database.SearchKey;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.media.LicensedPicture;
import press.gazette.media.Rights;
import press.gazette.tag.naming.OtherName;

/**
 * A tag that readers may see, with its place in the vocabulary.
 *
 * @param parents ids of the next wider tags, the closest first, visible or not
 * @param aliases former slugs
 * @param mergedIds ids of tags that were merged into it
 * @param otherNames in other languages and scripts
 * @param sameAs URIs of the same subject elsewhere
 * @param role of a contributor; null: none
 * @param picture of a contributor, as its rights were at the reading; null: none, or the tag is no contributor
 */
public record VisibleTag(
        TagLabel label,
        List<UUID> parents,
        List<String> aliases,
        List<UUID> mergedIds,
        List<OtherName> otherNames,
        List<String> sameAs,
        @Nullable String role,
        @Nullable LicensedPicture picture) {

    private static final String COLUMNS = """
            t.id, t.slug, t.name, t.type,
             (select array_agg(p.parent_id order by p.position) from tag_parent p where p.tag_id = t.id),
             (select array_agg(a.slug) from tag_alias a where a.tag_id = t.id),
             (select array_agg(m.id) from tag_merged m where m.tag_id = t.id),
             t.other_names, t.same_as, t.role,\s""" + Rights.COLUMNS;

    public VisibleTag {
        // A former release that changes the type leaves the role.
        role = label.type() == TagType.CONTRIBUTOR ? role : null;
    }

    private static Sql select(Instant now) {
        return Sql.of("select " + COLUMNS + " from tag t")
                .plus(Rights.join("t", now))
                .plus(" and t.type = '" + TagType.CONTRIBUTOR.word + "' where t.state in ('active', 'deprecated')");
    }

    /** Up to {@code most} visible tags in no particular order. */
    static List<VisibleTag> all(int most, Instant now) {
        return select(now).plus(" limit " + most).rows(VisibleTag::of);
    }

    /** The visible tags with these ids. */
    static List<VisibleTag> byIds(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : select(now).plus(" and t.id in ").plus(Sql.list(ids)).rows(VisibleTag::of);
    }

    /** The tags among these subjects that readers do not know; without tags, no statement is sent. */
    public static Set<Subject> hidden(Collection<Subject> subjects) {
        Set<Subject> tags = subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.TAG)
                .collect(Collectors.toCollection(HashSet::new));
        if (!tags.isEmpty()) {
            Object ids = tags.stream().map(Subject::id).toArray(UUID[]::new);
            Sql.of("select t.id from tag t where t.state in ('active', 'deprecated') and t.id = any(?)", ids)
                    .rows(Row::uuid)
                    .forEach(visible -> tags.remove(Subject.tag(visible)));
        }
        return tags;
    }

    /** The visible tags with these ids, the visible tags right below them, and those with these pictures. */
    static List<VisibleTag> affected(Collection<UUID> ids, Collection<UUID> pictures, Instant now) {
        return select(now)
                .plus(" and (t.id in ")
                .plus(Sql.list(ids))
                .plus(" or t.id in (select c.tag_id from tag_parent c where c.parent_id in ")
                .plus(Sql.list(ids))
                .plus(") or t.image_id in ")
                .plus(Sql.list(pictures))
                .plus(")")
                .rows(VisibleTag::of);
    }

    /** The visible tags with one of these current or former addresses. */
    static List<VisibleTag> byAddresses(Collection<Ref> refs, Instant now) {
        Sql slugs = Sql.list(Ref.slugs(refs));
        Sql ids = Sql.list(Ref.ids(refs));
        return select(now)
                .plus(" and t.id in (select s.id from tag s where s.slug in ")
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

    /**
     * Visible tags whose names begin with a text, by name.
     *
     * @param prefix a {@link SearchKey}
     */
    public static List<VisibleTag> named(String prefix, int most, Instant now) {
        return select(now)
                .plus(" and t.folded_name >= ? and t.folded_name < ?", prefix, prefix + SearchKey.LAST)
                .plus(" order by t.folded_name, t.slug limit " + most)
                .rows(VisibleTag::of);
    }

    private static VisibleTag of(Row row) {
        TagLabel label = new TagLabel(row.uuid(), row.text(), row.text(), row.constant(TagType.class));
        return new VisibleTag(
                label,
                row.uuids(),
                row.texts(),
                row.uuids(),
                Json.listFromColumn(row.text(), OtherName.class),
                Json.listFromColumn(row.text(), String.class),
                row.textOrNull(),
                LicensedPicture.of(row));
    }

    public UUID id() {
        return label.id();
    }

    /** The same tag, its label with the tags right above it. */
    VisibleTag below(List<TagLabel> wider) {
        return new VisibleTag(label.below(wider), parents, aliases, mergedIds, otherNames, sameAs, role, picture);
    }

    /** True if the rights of its picture have ended since the reading. */
    boolean hasLostItsPicture(Instant now) {
        return picture != null && picture.isOver(now);
    }

    /** True if this is a current or former address of the tag. */
    boolean isAt(Ref ref) {
        return ref instanceof Id id
                ? id().equals(id.value()) || mergedIds.contains(id.value())
                : label.slug().equals(ref.text()) || aliases.contains(ref.text());
    }
}
