package press.gazette.sync;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.delivery.stream.StreamText;
import press.gazette.response.Links;

/** A change for all streams of this node, whose JSON is made once for each kind under which readers see it. */
final class ToldChange {

    private final ChangeRow row;
    private final Links links;
    private @Nullable String asIs;
    private @Nullable String asDeleted;

    ToldChange(ChangeRow row, Links links) {
        this.row = row;
        this.links = links;
    }

    ChangeRow row() {
        return row;
    }

    /** The JSON of the change as a reader sees it: the change itself, or the deletion of an article that left its filter. */
    synchronized String data(Change.Kind kind) {
        if (kind == row.kind()) {
            asIs = asIs == null ? make(kind) : asIs;
            return asIs;
        }
        asDeleted = asDeleted == null ? make(kind) : asDeleted;
        return asDeleted;
    }

    private String make(Change.Kind kind) {
        return StreamText.data(ChangeItem.of(row, kind, null, links));
    }
}
