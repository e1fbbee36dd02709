package press.gazette.curation.page;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedPage;

/** A page at the desk. */
@Schema(description = "A page at the desk.")
public record DeskPageView(
        @JsonUnwrapped PageDraft draft,

        @Schema(description = "The time of the last change of any kind.")
        Instant modifiedAt,

        @Schema(description = "The author of the last change. Absent: an importer.") @Nullable
        String modifiedBy) {

    static DeskPageView of(CuratedPage page) {
        return new DeskPageView(PageDraft.of(page), page.modifiedAt(), page.modifiedBy());
    }
}
