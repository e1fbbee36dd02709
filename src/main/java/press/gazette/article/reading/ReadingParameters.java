package press.gazette.article.reading;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every response with one article, not yet parsed. */
public record ReadingParameters(
        @Parameter(
                description =
                        "The formats of the body, separated by commas: html (the default), blocks, markdown, text; or none.",
                example = "html,text")
        @QueryParam("body")
        @Nullable
        String body,

        @Parameter(
                description = "Expansions, separated by commas: related (the cards of hand-picked "
                        + "articles), tags.parents (the next wider tags of each tag).",
                example = "related")
        @QueryParam("include")
        @Nullable
        String include,

        @Parameter(
                description = "Only these fields, separated by commas; nested fields with dots.",
                example = "title,body,tags.name")
        @QueryParam("fields")
        @Nullable
        String fields) {

    /** No parameter at all. */
    public static final ReadingParameters NONE = new ReadingParameters(null, null, null);
}
