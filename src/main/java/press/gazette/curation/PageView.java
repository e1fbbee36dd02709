package press.gazette.curation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of several lists, resolved for readers. */
@Schema(description = "Several curated lists that stand on one page, in one answer.")
public record PageView(
        @Schema(description = "Its address in /v1/pages/{key}; never changes.", example = "home")
        String key,

        @Schema(description = "What the page is called.", example = "Home")
        String title,

        @Schema(description = "In the order to show.") List<ListView> lists) {}
