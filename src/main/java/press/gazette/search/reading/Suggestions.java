package press.gazette.search.reading;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.tag.TagLabel;

/** Tags and headlines for a text that a reader types. */
@Schema(description = "Tags and headlines for a text that a reader types, the best first; at most six of each.")
public record Suggestions(
        @Schema(description = "Visible tags with the words in a name.")
        List<SuggestedTag> tags,

        @Schema(description = "Public articles with the words in the headline.")
        List<SuggestedArticle> articles) {

    /** The most tags, and the most headlines: a box has room for a dozen lines. */
    static final int MOST = 6;

    /** A tag, and the name by which it was found. */
    @Schema(description = "A tag, and the name by which it was found.")
    public record SuggestedTag(
            TagLabel tag,

            @Schema(
                    description =
                            "The name that has the words, if it is not the tag's own: one in another language or script. "
                                    + "Absent: the tag's own name.",
                    example = "Путин")
            @Nullable
            String otherName) {}

    /** An article by its headline. */
    @Schema(description = "An article by its headline.")
    public record SuggestedArticle(
            @Schema(description = "Never changes.") UUID id,

            @Schema(description = "The current address in /v1/articles/{ref}.", example = "gas-contract-averil")
            String slug,

            @Schema(description = "The headline.") String title) {}
}
