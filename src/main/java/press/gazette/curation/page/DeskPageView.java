package press.gazette.curation.page;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedPage;

/** A page as the desk sees it. */
@Schema(description = "A page as the desk sees it.")
public record DeskPageView(
        @JsonUnwrapped PageDraft draft,

        @Schema(description = "The last change of any kind.")
        Instant modifiedAt,

        @Schema(description = "Whose it was. Absent: an importer's.") @Nullable
        String modifiedBy) {

    static DeskPageView of(CuratedPage page) {
        return new DeskPageView(PageDraft.of(page), page.modifiedAt(), page.modifiedBy());
    }
}
