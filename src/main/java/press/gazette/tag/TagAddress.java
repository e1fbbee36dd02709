package press.gazette.tag;

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
     * @throws Moved when the address is an old slug of it
     * @throws Problem {@code not-found}, in the same words for a hidden tag and for none
     */
    public static Tag read(Ref ref, String below) {
        return Tag.visible(ref).orElseThrow(() -> elsewhere(ref, below));
    }

    private static RuntimeException elsewhere(Ref ref, String below) {
        if (ref.slug() == null) {
            return Problem.notFound("tag");
        }
        return Tag.visibleByAlias(ref.slug())
                .<RuntimeException>map(tag -> new Moved("/v1/tags/" + tag.slug() + below))
                .orElseGet(() -> Problem.notFound("tag"));
    }
}
