package press.gazette.sync;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.FilterParameters;

/** The query parameters that narrow the changes, not yet parsed. */
public record ChangesParameters(
        @Parameter(
                description =
                        "A position: after in next, the id of an event of the stream, or the Gazette-Seq of a response. "
                                + "Absent: a copy of everything begins; in the stream, the present.")
        @QueryParam("after")
        @Nullable
        String after,

        @Parameter(description = "Only these types, separated by commas.", example = "article,tag")
        @QueryParam("types")
        @Nullable
        String types,

        @Parameter(description = "Only these kinds of change, separated by commas.", example = "withdrawn,deleted")
        @QueryParam("kinds")
        @Nullable
        String kinds,

        @Parameter(
                description = "Only articles of this section: its slug or id. Other types are not narrowed.",
                example = "world")
        @QueryParam("section")
        @Nullable
        String section,

        @Parameter(
                description = "Only articles whose tags match, in the form of the listing of articles. An article that "
                        + "matches no longer is deleted. Other types are not narrowed.",
                example = "putin,(energy|europe)")
        @QueryParam("tags")
        @Nullable
        String tags,

        @Parameter(description = "true: a tag matches itself and all tags below it.", example = "true")
        @QueryParam("descendants")
        @Nullable
        String descendants) {

    FilterParameters ofArticles() {
        return new FilterParameters(tags, section, null, null, null, null, null, null, descendants);
    }
}
