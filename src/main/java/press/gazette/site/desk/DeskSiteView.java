package press.gazette.site.desk;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.curation.RevisionSchedule;
import press.gazette.desk.Warning;
import press.gazette.site.SiteDocument;
import press.gazette.site.SiteRevision;
import press.gazette.site.content.SiteContent;
import press.gazette.site.draft.SiteDraft;

/** The site document at the desk: the working draft and the state of publication. */
@Schema(description = "The site document at the desk: the working draft and the state of publication.")
public record DeskSiteView(
        @JsonUnwrapped SiteDraft draft,

        @Schema(
                description =
                        "The number of the working draft, which is the last save. 0: nothing is saved, and the draft is made of the settings.",
                example = "4")
        int revision,

        @Schema(description = "The number of the live revision. Absent: readers get the settings.", example = "3")
        @Nullable
        Integer liveRevision,

        @Schema(description = "The time of the last publication. Absent: readers get the settings.") @Nullable
        Instant liveAt,

        @Schema(description = "The number of the revision with a planned publication. Absent: none is planned.")
        @Nullable
        Integer scheduledRevision,

        @Schema(description = "The time of the planned publication. Absent: none is planned.") @Nullable
        Instant publishAt,

        @Schema(description = "true if the working draft is saved and not the live revision.")
        boolean unpublishedChanges,

        @Schema(
                description =
                        "The targets and pictures of the working draft that readers do not see now: gone, hidden, withdrawn, rights-end. Expect further codes.")
        List<Warning> warnings,

        @Schema(description = "The time of the last change of any kind. Absent: nothing has changed yet.") @Nullable
        Instant modifiedAt,

        @Schema(description = "The author of the last change. Absent: none, or an importer.") @Nullable
        String modifiedBy) {

    /** The site document after a write. */
    public static DeskSiteView of(SiteDocument site, Edit edit) {
        return of(site, edit.at());
    }

    static DeskSiteView of(SiteDocument site, Instant now) {
        SiteContent draft = site.draft();
        SiteRevision live = site.live();
        RevisionSchedule schedule = site.schedule();
        return new DeskSiteView(
                SiteReferences.draft(draft),
                site.latestRevision(),
                live == null ? null : live.number(),
                site.liveAt(),
                schedule == null ? null : schedule.revision(),
                schedule == null ? null : schedule.publishAt(),
                site.latestRevision() != (live == null ? 0 : live.number()),
                SiteWarnings.of(draft, now),
                site.modifiedAt(),
                site.modifiedBy());
    }
}
