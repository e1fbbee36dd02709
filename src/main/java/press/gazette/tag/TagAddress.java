package press.gazette.tag;

import java.util.Optional;
import java.util.UUID;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/** The response to an address of a tag: the tag, or a redirect to its current slug. */
public final class TagAddress {

    private TagAddress() {}

    /**
     * The visible tag at the address.
     *
     * @param below the path after the tag, such as {@code /articles}, which a redirect repeats
     * @throws Moved if the address is a former slug, or the id of a tag merged into it
     * @throws Problem {@code not-found}, with the same words for a hidden and for an unknown tag
     */
    public static Tag read(Ref ref, String below) {
        return read(ref, "/v1/tags/", below);
    }

    /** As above, with another path before and after the slug in redirects. */
    public static Tag read(Ref ref, String before, String after) {
        return visible(ref).orElseThrow(() -> elsewhere(ref, before, after));
    }

    /** The visible tag with this id, or the one into which it was merged. */
    public static Optional<Tag> following(UUID id) {
        return visible(new Id(id)).or(() -> formerly("mergedIds", id));
    }

    private static RuntimeException elsewhere(Ref ref, String before, String after) {
        Optional<Tag> now = ref.either(id -> formerly("mergedIds", id), slug -> formerly("aliases", slug));
        return now.<RuntimeException>map(tag -> new Moved(before + tag.slug() + after))
                .orElseGet(() -> Problem.notFound("tag"));
    }

    private static Optional<Tag> visible(Ref ref) {
        String hql = "from Tag t left join fetch t.text.image where %s and t.state " + TagState.VISIBLE;
        return ref.either(
                id -> Tag.find(hql.formatted("t.id = ?1"), id).firstResultOptional(),
                slug -> Tag.find(hql.formatted("t.text.slug = ?1"), slug).firstResultOptional());
    }

    private static Optional<Tag> formerly(String member, Object address) {
        return Tag.find(
                        "select t from Tag t join t.%s old where old = ?1 and t.state %s"
                                .formatted(member, TagState.VISIBLE),
                        address)
                .firstResultOptional();
    }
}
