package press.gazette.desk.changes;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of changes at the desk. */
@Schema(name = "DeskChanges", description = "Changes at the desk in their order.")
record DeskChangesPage(
        @Schema(description = "At most as many items as the limit.")
        List<DeskChangeItem> items,

        @Schema(
                description = "The URL of the changes behind these. Always there: at the end, ask again later.",
                example = "/v1/desk/changes?limit=20&after=AQ")
        String next,

        @Schema(description = "false: the end is reached.") boolean more) {}
