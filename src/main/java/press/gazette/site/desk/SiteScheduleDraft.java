package press.gazette.site.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.problem.Problem;
import press.gazette.site.SiteDocument;

/** The planned publication of a revision of the site document. */
@Schema(description = "The planned publication of a revision of the site document.")
public record SiteScheduleDraft(
        @Schema(
                description = "The time of the publication, in the future and at the latest in 9998; RFC 3339.",
                example = "2100-01-01T06:00:00Z")
        Instant at,

        @Schema(
                description = "The number of the revision. Absent: the present working draft, without later edits.",
                example = "3")
        @Nullable
        Integer revision) {

    /** Plans the publication. Returns true if none was planned. */
    boolean schedule(SiteDocument site, Edit edit) {
        if (!at.isAfter(edit.at())) {
            throw Problem.invalidContent("/at", "The time must be in the future; to publish now, use the publication.");
        }
        return site.schedule(SitePublicationDraft.chosen(site, revision), at, edit);
    }
}
