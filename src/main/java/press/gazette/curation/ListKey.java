package press.gazette.curation;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.desk.DeskRef;
import press.gazette.problem.Problem;
import press.gazette.tag.VocabularyLock;

/** The key of a list in a request. */
@Schema(type = SchemaType.STRING, description = "The list's key.", example = "editors-picks")
public record ListKey(String text) implements DeskRef<CuratedList> {

    /** The checked key; {@code not-found} for a text that is not in the form of one. */
    public String value() {
        return Key.check(text, "list");
    }

    /** The list at the desk, public or not; {@code not-found} where there is none. */
    public CuratedList find() {
        return CuratedList.atDesk(value()).orElseThrow(ListKey::unknown);
    }

    @Override
    public void check() {
        value();
    }

    @Override
    public CuratedList locked() {
        VocabularyLock.share();
        return CuratedList.locked(value()).orElseThrow(ListKey::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("list");
    }
}
