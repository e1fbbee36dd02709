package press.gazette.tag.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.desk.Warning;
import press.gazette.tag.Tag;

/** A tag as the desk sees it. */
@Schema(description = "A tag as the desk sees it.")
public record DeskTagView(
        @Schema(description = "Never changes.") UUID id,

        @JsonUnwrapped TagDraft draft,

        @Schema(
                description =
                        "Old slugs that lead here, in alphabetical order; those of tags merged into it among them.")
        List<String> aliases,

        @Schema(
                description =
                        "The same of slugs that readers have never known; they lead here at the desk only. Absent: "
                                + "none.")
        @Nullable
        List<String> workingSlugs,

        @Schema(description = "Whether readers have ever seen it. If so, it cannot be removed any more.")
        boolean revealed,

        @Schema(description = "The last edit of any kind.") Instant modifiedAt,

        @Schema(description = "In the answer to a write: what may be a mistake. Absent: nothing.") @Nullable
        List<Warning> warnings) {

    static DeskTagView of(Tag tag) {
        return of(tag, List.of());
    }

    /** The same in the answer to a write. */
    static DeskTagView written(Tag tag) {
        return of(tag, SimilarTags.warnings(tag));
    }

    private static DeskTagView of(Tag tag, List<Warning> warnings) {
        return new DeskTagView(
                tag.id(),
                TagDraft.of(tag),
                List.copyOf(tag.aliases()),
                tag.workingSlugs().isEmpty() ? null : List.copyOf(tag.workingSlugs()),
                tag.wasRevealed(),
                tag.modifiedAt(),
                warnings.isEmpty() ? null : warnings);
    }
}
