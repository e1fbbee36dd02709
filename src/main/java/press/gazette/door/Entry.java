package press.gazette.door;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The entry document. */
@Schema(description = "What this is and where everything else starts.")
public record Entry(
        @Schema(description = "The name of this software.", example = "Gazette")
        String name,

        @Schema(description = "The release that answers.", example = "0.1.0")
        String version,

        @Schema(description = "Where everything else starts. Expect further ones.")
        Links links) {

    /** Each from the root, or absolute where the operator has set a public URL. */
    @Schema(name = "EntryLinks")
    public record Links(
            @Schema(description = "All articles, newest first.", example = "/v1/articles")
            String articles,

            @Schema(description = "The vocabulary.", example = "/v1/tags")
            String tags,

            @Schema(description = "The curated lists.", example = "/v1/lists")
            String lists,

            @Schema(description = "The lists of the home page in one answer.", example = "/v1/pages/home")
            String home,

            @Schema(description = "All feeds, to import into a feed reader (OPML).", example = "/feeds.opml")
            String feeds,

            @Schema(description = "Every kind of problem, explained.", example = "/problems")
            String problems,

            @Schema(description = "The description of this API (OpenAPI).", example = "/q/openapi")
            String description,

            @Schema(description = "The same to read and try (Swagger UI).", example = "/docs")
            String documentation,

            @Schema(description = "The API catalogue (RFC 9727).", example = "/.well-known/api-catalog")
            String catalogue) {}
}
