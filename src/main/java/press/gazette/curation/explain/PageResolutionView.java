package press.gazette.curation.explain;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The items of the lists of a page at an instant, with the reasons. */
@Schema(description = "The items of the lists of a page at an instant, with the reasons.")
public record PageResolutionView(
        @Schema(description = "The page's key.", example = "home")
        String key,

        @Schema(description = "The public lists in the order to show.")
        List<ResolutionView> lists) {}
