package press.gazette.tag;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/** What a reader finds at the address of a tag: the tag, or the way to where it is now. */
public final class TagAddress {

    private TagAddress() {}

    /**
     * The tag that readers may see there.
     *
     * @param below what follows the tag in the path, such as {@code /articles}; a redirect keeps it
     * @throws Moved when the address is an old slug of it, or the id of one merged into it
     * @throws Problem {@code not-found}, in the same words for a hidden tag and for none
     */
    public static Tag read(Ref ref, String below) {
        return read(ref, "/v1/tags/", below);
    }

    /** The same where tags have addresses of another kind: what stands before and after the tag in the path. */
    public static Tag read(Ref ref, String before, String after) {
        return visible(ref).orElseThrow(() -> elsewhere(ref, before, after));
    }

    private static RuntimeException elsewhere(Ref ref, String before, String after) {
        Optional<Tag> now = ref.id() != null ? formerly("mergedIds", ref.id()) : formerly("aliases", ref.slug());
        return now.<RuntimeException>map(tag -> new Moved(before + tag.slug() + after))
                .orElseGet(() -> Problem.notFound("tag"));
    }

    private static Optional<Tag> visible(Ref ref) {
        String hql = "from Tag t left join fetch t.image where %s and t.state " + TagState.VISIBLE;
        return ref.id() == null
                ? Tag.find(hql.formatted("t.slug = ?1"), ref.slug()).firstResultOptional()
                : Tag.find(hql.formatted("t.id = ?1"), ref.id()).firstResultOptional();
    }

    private static Optional<Tag> formerly(String member, @Nullable Object address) {
        return Tag.find(
                        "select t from Tag t join t.%s old where old = ?1 and t.state %s"
                                .formatted(member, TagState.VISIBLE),
                        address)
                .firstResultOptional();
    }
}
