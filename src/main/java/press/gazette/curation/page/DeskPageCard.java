package press.gazette.curation.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page in the desk's listing. */
@Schema(description = "A page in the desk's listing.")
public record DeskPageCard(
        @Schema(description = "Its address.", example = "home")
        String key,

        @Schema(description = "What it is called.", example = "Home")
        String title,

        @Schema(description = "The ETag's number.", example = "3")
        int version) {}
