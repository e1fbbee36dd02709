package press.gazette.change;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The editor and the time of a write. A write creates its edit once, after it has locked the resource that it changes:
 * of two writers the later one has the later time.
 *
 * @param editor null for an importer or a scheduled change
 */
public record Edit(@Nullable String editor, Instant at) {

    /** The author of revisions without an editor. */
    public static final String IMPORTER = "import";

    /** An edit without an editor. */
    public static Edit unsigned(Instant at) {
        return new Edit(null, at);
    }

    /** The name of the editor in revisions. */
    public String author() {
        return Objects.requireNonNullElse(editor, IMPORTER);
    }
}
