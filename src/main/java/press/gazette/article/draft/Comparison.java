package press.gazette.article.draft;

import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.json.RecordDiff;
import press.gazette.problem.Problem;

/** The differences between two revisions of an article, field by field and block by block. */
@Schema(description = "The differences between two revisions of an article.")
public record Comparison(
        @Schema(description = "The number of the revision compared with.", example = "2")
        int from,

        @Schema(description = "The number of the revision compared.", example = "3")
        int to,

        @Schema(description = "The fields that differ, without the body, in the order of the draft's fields.")
        List<FieldChange> fields,

        @Schema(
                description = "The blocks of the body that were removed or added, in "
                        + "reading order. A changed block is removed and added.")
        List<BlockChange> body) {

    /** A field that differs. */
    @Schema(description = "A field that differs.")
    public record FieldChange(
            @Schema(description = "The name of the field.", example = "title")
            String name,

            @Schema(description = "The earlier value. Absent: the field was absent.") @Nullable
            Object from,

            @Schema(description = "The later value. Absent: the field is absent.") @Nullable
            Object to) {}

    /** A block that was added or removed. */
    @Schema(description = "A block that was added or removed.")
    public record BlockChange(
            @Schema(description = "added or removed.", example = "added")
            String change,

            @Schema(
                    description =
                            "The index from 0: in the earlier body for a removed block, in the later body for an added one.")
            int at,

            @Schema(description = "The block.") Block block) {}

    /** The body is compared by block; the note is no content. */
    private static final Set<String> APART = Set.of("body", "note");

    /**
     * The differences of a revision from an earlier or later one of its article.
     *
     * @param with the number of the other revision, as the client sent it; absent: the one before
     */
    public static Comparison of(Revision to, @Nullable String with) {
        Revision from = with == null
                ? Revision.numbered(to.article(), to.number() - 1).orElse(to)
                : Revision.numbered(to.article(), with)
                        .orElseThrow(() -> Problem.invalidParameter("with", "The article has no such revision."));
        return between(from, to);
    }

    private static Comparison between(Revision from, Revision to) {
        return new Comparison(
                from.number(),
                to.number(),
                fields(from.content(), to.content()),
                BodyDiff.of(blocks(from), blocks(to)));
    }

    private static List<FieldChange> fields(ArticleDraft from, ArticleDraft to) {
        return RecordDiff.of(from, to, APART).stream()
                .map(field -> new FieldChange(field.name(), field.from(), field.to()))
                .toList();
    }

    private static List<Block> blocks(Revision revision) {
        BodyDraft body = revision.content().body();
        return body == null || body.blocks() == null ? List.of() : body.blocks().value();
    }
}
