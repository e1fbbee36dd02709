package press.gazette.tag;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

    private static Optional<Tag> formerly(String member, Object address) {
        return Tag.find("select t from Tag t join t.%s old where old = ?1".formatted(member), address)
                .firstResultOptional();
    }
}
