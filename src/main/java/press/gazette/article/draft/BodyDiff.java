package press.gazette.article.draft;

import java.util.ArrayList;
import java.util.List;

import press.gazette.article.draft.Comparison.BlockChange;
import press.gazette.body.block.Block;

/** The blocks in which two bodies differ. */
final class BodyDiff {

    /** A larger table costs too much: everything between the first and the last difference counts as replaced then. */
    private static final long MOST_PAIRS = 4_000_000;

    private BodyDiff() {}

    /** Compares only the blocks between the common beginning and the common end. */
    static List<BlockChange> of(List<Block> from, List<Block> to) {
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

    /** The shortest edit along the longest common subsequence; removed blocks come before added ones. */
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

    /** The length of the longest common subsequence behind each pair of indexes. */
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
