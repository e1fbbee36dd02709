package press.gazette.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.desk.DeskRef;
import press.gazette.problem.Problem;

/** A tag's id or slug, as a request gives it. */
@Schema(type = SchemaType.STRING, description = "The tag's id or slug.", example = "putin")
public record TagRef(String text) implements DeskRef<Tag> {

    /** The parsed text; {@code not-found} if it is neither an id nor a slug. */
    public Ref ref() {
        return Ref.parse(text, "tag");
    }

    /** The tag in any state, as in {@link #atDesk}; {@code not-found} if there is none. */
    public Tag find() {
        return atDesk(ref()).orElseThrow(() -> Problem.notFound("tag"));
    }

    @Override
    public void check() {
        ref();
    }

    @Override
    public Tag locked() {
        return VocabularyLock.locked(ref());
    }

    /** The tag in any state with that id, slug or former slug, or the one that a tag with that id was merged into. */
    public static Optional<Tag> atDesk(Ref ref) {
        return ref.either(
                id -> Tag.<Tag>findByIdOptional(id).or(() -> formerly("mergedIds", id)),
                slug -> Tag.<Tag>find("text.slug", slug)
                        .<Tag>firstResultOptional()
                        .or(() -> formerly("aliases", slug))
                        .or(() -> formerly("workingSlugs", slug)));
    }

    /**
     * Returns a lookup of these tags that resolves as {@link #atDesk}. Slugs are read here, in one to three statements; each id takes
     * one more.
     *
     * @param texts ids and slugs, others find nothing; null: none
     */
    public static Function<Ref, Optional<Tag>> atDesk(@Nullable List<String> texts) {
        Map<String, Tag> found = new HashMap<>();
        List<String> named = texts == null ? List.of() : texts;
        Set<String> slugs = new HashSet<>(
                Ref.slugs(named.stream().flatMap(text -> Ref.of(text).stream()).toList()));
        for (String query : List.of(
                "select t.text.slug, t from Tag t where t.text.slug in :slugs",
                "select old, t from Tag t join t.aliases old where old in :slugs",
                "select old, t from Tag t join t.workingSlugs old where old in :slugs")) {
            if (!slugs.isEmpty()) {
                Tag.getEntityManager()
                        .createQuery(query, Object[].class)
                        .setParameter("slugs", slugs)
                        .getResultList()
                        .forEach(row -> found.put((String) row[0], (Tag) row[1]));
                slugs.removeAll(found.keySet());
            }
        }
        return ref -> ref.either(id -> atDesk(ref), slug -> Optional.ofNullable(found.get(slug)));
    }

    private static Optional<Tag> formerly(String member, Object address) {
        return Tag.find("select t from Tag t join t.%s old where old = ?1".formatted(member), address)
                .firstResultOptional();
    }
}
