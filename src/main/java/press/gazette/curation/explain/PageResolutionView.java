package press.gazette.curation.explain;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the lists of a page show at an instant, and why. */
@Schema(description = "What the lists of a page show at an instant, and why.")
public record PageResolutionView(
        @Schema(description = "The page's key.", example = "home")
        String key,

        @Schema(description = "The public lists in the order to show.")
        List<ResolutionView> lists) {}
