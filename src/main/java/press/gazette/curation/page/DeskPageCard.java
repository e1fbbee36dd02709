package press.gazette.curation.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page in the desk's listing. */
@Schema(description = "A page in the desk's listing.")
public record DeskPageCard(
        @Schema(description = "The key of the page.", example = "home")
        String key,

        @Schema(description = "The title of the page.", example = "Home")
        String title,

        @Schema(description = "The number in the ETag of the page.", example = "3")
        int version) {}
