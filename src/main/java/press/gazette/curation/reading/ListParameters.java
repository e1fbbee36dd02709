package press.gazette.curation.reading;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list and of a page, not yet parsed. */
public record ListParameters(
        @Parameter(
                description =
                        "Articles to leave out, such as the one beside the list: up to 20 slugs or ids, separated by "
                                + "commas. Others take their places. An article that is not public is in no list anyway.",
                example = "gas-contract-averil")
        @QueryParam("exclude")
        @Nullable
        String exclude,

        @Parameter(
                description = "Only these fields of each item, separated by commas; nested fields with dots.",
                example = "position,article.slug,article.title")
        @QueryParam("fields")
        @Nullable
        String fields) {

    /** No parameter at all. */
    public static final ListParameters NONE = new ListParameters(null, null);
}
