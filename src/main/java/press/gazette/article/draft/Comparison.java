package press.gazette.article.draft;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.body.Block;
import press.gazette.problem.Problem;

/** What differs between two revisions of an article, field by field and block by block. */
@Schema(description = "What differs between two revisions of an article.")
public record Comparison(
        @Schema(description = "The number of the revision compared with.", example = "2")
        int from,

        @Schema(description = "The number of the revision compared.", example = "3")
        int to,

        @Schema(description = "The fields that differ, the body apart, in the order in which articles have them.")
        List<FieldChange> fields,

        @Schema(
                description =
                        "The blocks of the body that went and came, in reading order; a changed block went and came.")
        List<BlockChange> body) {

    /** One field that is not what it was. */
    @Schema(description = "One field that is not what it was.")
    public record FieldChange(
            @Schema(description = "Its name.", example = "title")
            String name,

            @Schema(description = "What it was. Absent: it was not there.") @Nullable
            Object from,

            @Schema(description = "What it is. Absent: it is there no more.") @Nullable
            Object to) {}

    /** One block that came or went. */
    @Schema(description = "One block that came or went.")
    public record BlockChange(
            @Schema(description = "added or removed.", example = "added")
            String change,

            @Schema(
                    description =
                            "Its place from 0: of a removed block in the former body, of an added one in the later.")
            int at,

            @Schema(description = "The block.") Block block) {}

    /** Compared apart, or no content. */
    private static final Set<String> APART = Set.of("body", "note");

    /** Beyond so many pairs of blocks, what lies between the first and the last difference is told as replaced. */
    private static final long MOST_PAIRS = 4_000_000;

    /**
     * What differs in a revision from another one of its article.
     *
     * @param with the other's number as a client wrote it; absent: the one before
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
                from.number(), to.number(), fields(from.content(), to.content()), body(blocks(from), blocks(to)));
    }

    private static List<FieldChange> fields(ArticleDraft from, ArticleDraft to) {
        List<FieldChange> changes = new ArrayList<>();
        for (RecordComponent component : ArticleDraft.class.getRecordComponents()) {
            Object before = value(component, from);
            Object after = value(component, to);
            if (!APART.contains(component.getName()) && !Objects.equals(before, after)) {
                changes.add(new FieldChange(component.getName(), before, after));
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable Object value(RecordComponent component, ArticleDraft draft) {
        try {
            return component.getAccessor().invoke(draft);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A draft's components are public", e);
        }
    }

    private static List<Block> blocks(Revision revision) {
        BodyDraft body = revision.content().body();
        return body == null || body.blocks() == null ? List.of() : body.blocks();
    }

    /** What the two have in common at both ends is set aside; what lies between is compared. */
    static List<BlockChange> body(List<Block> from, List<Block> to) {
        int shorter = Math.min(from.size(), to.size());
        int start = 0;
        while (start < shorter && from.get(start).equals(to.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) {
            end++;
        }
        return between(from.subList(start, from.size() - end), to.subList(start, to.size() - end), start);
    }

    /** The shortest way from one to the other, along their longest common subsequence. */
    private static List<BlockChange> between(List<Block> from, List<Block> to, int start) {
        int[][] common = (long) from.size() * to.size() <= MOST_PAIRS ? common(from, to) : new int[from.size() + 1][1];
        boolean comparable = common[0].length == to.size() + 1;
        List<BlockChange> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (comparable && i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                i++;
                j++;
            } else if (i < from.size() && (!comparable || j == to.size() || common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new BlockChange("removed", start + i, from.get(i)));
                i++;
            } else {
                changes.add(new BlockChange("added", start + j, to.get(j)));
                j++;
            }
        }
        return List.copyOf(changes);
    }

    /** How many blocks the two have in common from each pair of places on. */
    private static int[][] common(List<Block> from, List<Block> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                common[i][j] = from.get(i).equals(to.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
