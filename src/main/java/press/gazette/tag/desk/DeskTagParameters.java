package press.gazette.tag.desk;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.tag.reading.TagQuery;

/** The query parameters of the desk's listing of tags, not yet parsed. */
public record DeskTagParameters(
        @Parameter(description = "Only tags of this type.", example = "person") @QueryParam("type") @Nullable
        String type,

        @Parameter(description = "Only tags in this state.", example = "proposed") @QueryParam("state") @Nullable
        String state,

        @Parameter(
                description = "Only tags whose names begin with this text, ignoring case and accents; ordered by name.",
                example = "put",
                schema = @Schema(minLength = 1, maxLength = TagQuery.LONGEST_PREFIX))
        @QueryParam("q")
        @Nullable
        String q,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {}
