package press.gazette.sync;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of changes. */
@Schema(name = "Changes", description = "Changes in their order. A page may have none, and still not be the last.")
public record ChangesPage(
        @Schema(description = "Each subject once, at its last change.")
        List<ChangeItem> items,

        @Schema(
                description = "The URL of the changes behind these. Always there: at the end, ask again later.",
                example = "/v1/changes?limit=20&after=AQ")
        String next,

        @Schema(description = "false: the end is reached. true: next has more by now, or may have.")
        boolean more) {}
