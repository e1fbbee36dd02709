package press.gazette.site.revision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.site.SiteRevision;
import press.gazette.site.desk.SiteReferences;
import press.gazette.site.draft.SiteDraft;

/** A revision of the site document with its content. */
@Schema(description = "A revision of the site document with its content.")
public record SiteRevisionView(
        @JsonUnwrapped SiteRevisionCard card,

        @Schema(description = "The document as it was saved; names of tags, lists and pages are those of today.")
        SiteDraft content) {

    static SiteRevisionView of(SiteRevision revision) {
        return new SiteRevisionView(SiteRevisionCard.of(revision), SiteReferences.draft(revision.content()));
    }
}
