package press.gazette.curation.revision;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.ListRevision;
import press.gazette.curation.desk.DeskListView;
import press.gazette.curation.desk.EntryView;
import press.gazette.curation.desk.Names;
import press.gazette.curation.draft.ListSettings;

/** A revision of a list with all that was saved. */
@Schema(description = "A revision of a list with all that was saved.")
public record ListRevisionView(
        @JsonUnwrapped ListRevisionCard card,
        @Schema(description = "All but the entries.") ListSettings settings,

        @Schema(description = "In the editor's order, flagged as of now.")
        List<EntryView> placed) {

    static ListRevisionView of(ListRevision revision, Instant now) {
        return new ListRevisionView(
                ListRevisionCard.of(revision.listId(), List.of(revision)).get(0),
                Names.of(List.of(revision.content()))
                        .settings(null, revision.content().settings()),
                DeskListView.entries(revision.content(), now));
    }
}
