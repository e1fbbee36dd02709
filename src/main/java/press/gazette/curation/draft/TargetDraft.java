package press.gazette.curation.draft;

import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.ExternalLink;
import press.gazette.json.ExclusiveMembers;

/** The article, tag or link that an entry places. */
@ExclusiveMembers
@Schema(name = "Target", description = "The target of an entry: exactly one of article, latestOf, link.")
public record TargetDraft(
        @Schema(description = "The slug or id of an article, public or not.", example = "gas-contract-averil") @Nullable
        String article,

        @Schema(
                description =
                        "The slug or id of a tag, whose newest article that is neither excluded nor placed by an editor is shown.",
                example = "putin")
        @Nullable
        String latestOf,

        @Schema(description = "A page elsewhere on the web.") @Nullable
        ExternalLink link) {

    public TargetDraft {
        if (Stream.of(article, latestOf, link).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("A target is exactly one of article, latestOf and link.");
        }
    }
}
