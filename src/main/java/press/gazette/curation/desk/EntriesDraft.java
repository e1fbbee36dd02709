package press.gazette.curation.desk;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.content.ListContent;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.problem.Faults;

/** All entries of a list. */
@Schema(description = "All entries of a list.")
public record EntriesDraft(
        @Schema(description = "The entries in the order to show, at most 200.")
        List<EntryDraft> entries) {

    public EntriesDraft {
        Faults faults = new Faults();
        faults.check(
                entries.size() <= ListContent.MOST_ENTRIES,
                "/entries",
                "A list has at most " + ListContent.MOST_ENTRIES + " entries.");
        faults.refuse();
    }
}
