package press.gazette.media;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Content that uses a medium, whether readers see it there or not. */
@Schema(name = "MediaUser", description = "Content that uses a medium, in its live or in its working form.")
public record MediaUser(
        UserKind type,

        @Schema(
                description =
                        "The article's or tag's id, the list's key, or the word site: with type and a colon before it, "
                                + "a value of the parameter usedBy.",
                example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
        String ref,

        @Schema(description = "The title, or the tag's name.", example = "A contract for winter")
        String title,

        @Schema(
                description = "URL of it at the desk.",
                example = "/v1/desk/articles/0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
        String href) {}
