package press.gazette.tag.reading;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the listing of tags, not yet parsed. */
public record TagParameters(
        @Parameter(description = "Only tags of this type.", example = "person") @QueryParam("type") @Nullable
        String type,

        @Parameter(
                description =
                        "Only tags with a name, or an other name, of which a word begins with this text, ignoring case "
                                + "and accents; several words must follow each other. Ordered by those words.",
                example = "put",
                schema = @Schema(minLength = 1, maxLength = TagOrder.LONGEST_SEARCH))
        @QueryParam("q")
        @Nullable
        String q,

        @Parameter(description = "Only tags right below this one: its slug or id.", example = "europe")
        @QueryParam("parent")
        @Nullable
        String parent,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {}
