package press.gazette.desk.changes;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the changes at the desk, not yet parsed. */
public record DeskChangesParameters(
        @Parameter(
                description =
                        "A position: after in next. now: the present end, behind which a screen follows. Absent: all "
                                + "changes that are kept.",
                example = "now")
        @QueryParam("after")
        @Nullable
        String after,

        @Parameter(description = "Only these types, separated by commas.", example = "article,list")
        @QueryParam("types")
        @Nullable
        String types,

        @QueryParam("limit") @Nullable String limit) {}
