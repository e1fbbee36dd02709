package press.gazette.tag.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.desk.Warning;
import press.gazette.tag.Tag;

/** A tag at the desk. */
@Schema(description = "A tag at the desk.")
public record DeskTagView(
        @Schema(description = "Never changes.") UUID id,

        @JsonUnwrapped TagDraft draft,

        @Schema(
                description =
                        "Former slugs that redirect here, in alphabetical order, including those of tags merged into this one.")
        List<String> aliases,

        @Schema(
                description =
                        "Former slugs that readers have never known; they lead here at the desk only. Absent: none.")
        @Nullable
        List<String> workingSlugs,

        @Schema(description = "true if readers have ever seen the tag; it cannot be removed then.")
        boolean revealed,

        @Schema(description = "The last edit of any kind.") Instant modifiedAt,

        @Schema(description = "Possible mistakes, in the response to a write. Absent: none found.") @Nullable
        List<Warning> warnings) {

    static DeskTagView of(Tag tag) {
        return of(tag, List.of());
    }

    /** As above, with warnings, for the response to a write. */
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
