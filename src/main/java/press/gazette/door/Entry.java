package press.gazette.door;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The entry document of the API. */
@Schema(description = "The entry document: name and version of the software, and links to all resources.")
public record Entry(
        @Schema(description = "Name of this software.", example = "Gazette")
        String name,

        @Schema(description = "Version of the running release.", example = "0.1.0")
        String version,

        @Schema(description = "Links to all resources. More links may be added.")
        Links links) {

    /** Links from the root, or absolute if the operator has set a public URL. */
    @Schema(name = "EntryLinks")
    public record Links(
            @Schema(description = "All articles, newest first.", example = "/v1/articles")
            String articles,

            @Schema(description = "The vocabulary.", example = "/v1/tags")
            String tags,

            @Schema(description = "Articles by words, with the parameter q.", example = "/v1/search")
            String search,

            @Schema(description = "The curated lists.", example = "/v1/lists")
            String lists,

            @Schema(description = "The pages of curated lists.", example = "/v1/pages")
            String pages,

            @Schema(description = "The lists of the home page in one response.", example = "/v1/pages/home")
            String home,

            @Schema(description = "The site: title, menus, publisher, policies.", example = "/v1/site")
            String site,

            @Schema(
                    description = "Public changes, for copies elsewhere: everything once, then each change.",
                    example = "/v1/changes")
            String changes,

            @Schema(description = "All feeds, to import into a feed reader (OPML).", example = "/feeds.opml")
            String feeds,

            @Schema(description = "Every type of problem, explained.", example = "/problems")
            String problems,

            @Schema(description = "The description of this API (OpenAPI).", example = "/q/openapi")
            String description,

            @Schema(description = "The description with forms to try it (Swagger UI).", example = "/docs")
            String documentation,

            @Schema(description = "The API catalogue (RFC 9727).", example = "/.well-known/api-catalog")
            String catalogue) {}
}
