package press.gazette.curation.revision;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.ListRevision;
import press.gazette.curation.desk.DeskListView;
import press.gazette.curation.desk.EntryView;
import press.gazette.curation.desk.ListReferences;
import press.gazette.curation.draft.ListSettings;

/** A revision of a list with its content. */
@Schema(description = "A revision of a list with its content.")
public record ListRevisionView(
        @JsonUnwrapped ListRevisionCard card,

        @Schema(description = "The list without its entries.")
        ListSettings settings,

        @Schema(description = "The entries in the editor's order, flagged by their present state.")
        List<EntryView> placed) {

    static ListRevisionView of(ListRevision revision, Instant now) {
        return new ListRevisionView(
                ListRevisionCard.of(revision.listId(), List.of(revision)).get(0),
                ListReferences.of(List.of(revision.content()))
                        .draft(null, revision.content().settings()),
                DeskListView.entries(revision.content(), now));
    }
}
