package press.gazette.curation.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.reading.ReadingCost;
import press.gazette.desk.Outcome;
import press.gazette.problem.Problem;

/** When which revision of a list is published by itself. */
@Schema(description = "When which revision of a list is published by itself.")
public record ListScheduleDraft(
        @Schema(description = "In the future, at the latest in 9998; RFC 3339.", example = "2100-01-01T06:00:00Z")
        Instant at,

        @Schema(
                description =
                        "The number of the revision. Absent: the working draft as it is now; later edits are not in it.",
                example = "3")
        @Nullable
        Integer revision) {

    Outcome schedule(CuratedList list, ReadingCost cost, String editor, Instant now) {
        if (!at.isAfter(now)) {
            throw Problem.invalidContent("/at", "The time is in the future; to publish now, use the publication.");
        }
        boolean again = list.publishAt() != null;
        ListRevision chosen = ListPublicationDraft.chosen(list, revision);
        cost.checkLive(list, chosen.content());
        list.schedule(chosen, at, editor, now);
        return Outcome.of(again);
    }
}
