package press.gazette.site.desk;

import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.problem.Problem;
import press.gazette.site.SiteDocument;
import press.gazette.site.SiteRevision;

/** The revision of the site document to publish. */
@Schema(description = "The revision of the site document to publish.")
public record SitePublicationDraft(
        @Schema(
                description =
                        "The number of the revision; an earlier one rolls the site back. Absent: the working draft.",
                example = "3")
        @Nullable
        Integer revision) {

    /** Publishes the revision. Returns true if none was public. */
    boolean publish(SiteDocument site, Edit edit) {
        return site.publish(chosen(site, revision), edit);
    }

    /** The revision with this number; null: the working draft. Rejects an unknown number. */
    public static SiteRevision chosen(SiteDocument site, @Nullable Integer revision) {
        return SiteRevision.numbered(Objects.requireNonNullElse(revision, site.latestRevision()))
                .orElseThrow(() -> Problem.invalidContent("/revision", "The site document has no such revision."));
    }
}
