package press.gazette.curation;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.desk.DeskRef;
import press.gazette.problem.Problem;

/** The key of a page in a request. */
@Schema(type = SchemaType.STRING, description = "The page's key.", example = "home")
public record PageKey(String text) implements DeskRef<CuratedPage> {

    /** The checked key; {@code not-found} for a text that is not in the form of one. */
    public String value() {
        return Key.check(text, "page");
    }

    /** The page; {@code not-found} where there is none. */
    public CuratedPage find() {
        return CuratedPage.atDesk(value()).orElseThrow(PageKey::unknown);
    }

    @Override
    public void check() {
        value();
    }

    @Override
    public CuratedPage locked() {
        return CuratedPage.locked(value()).orElseThrow(PageKey::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("page");
    }
}
