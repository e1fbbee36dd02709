package press.gazette.sync;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.change.compaction.LedgerEnds;
import press.gazette.paging.Cursor;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.Problem;

/**
 * A client's position among the changes.
 *
 * @param seq the number of the last change that it has been given, or that its filter leaves out
 * @param copied the end of the ledger when its copy began
 * @param tags the fingerprint of the tags of its filter; empty: none
 */
record FeedPosition(long seq, long copied, String tags) {

    private static final int WIDTH = 3;

    /** Parses a position that was made for the same filter; null: none was given. */
    static @Nullable FeedPosition parse(@Nullable String text, ListingAddress address) {
        if (text == null) {
            return null;
        }
        try {
            List<String> key = Cursor.decode(text, address, WIDTH).key();
            return new FeedPosition(Long.parseLong(key.get(0)), Long.parseLong(key.get(1)), key.get(2));
        } catch (NumberFormatException e) {
            throw invalid(Cursor.unreadable());
        } catch (Problem e) {
            throw invalid(e);
        }
    }

    private static Problem invalid(Problem cursor) {
        return Problem.invalidCursor("after", cursor.detail());
    }

    /** False if removals behind the position may be missing, or the filter's tags have other articles; one statement. */
    boolean isKnown(TagCondition condition, LedgerEnds ends) {
        long known = Math.max(seq, copied);
        return known <= ends.head().seq()
                && known >= ends.pruned()
                && condition.isThatOf(this)
                && (condition.named().isEmpty() || !ChangeStatement.hasMerger(known, condition.named()));
    }

    FeedPosition at(long other) {
        return new FeedPosition(other, copied, tags);
    }

    /** The text of the position for clients. */
    String text(ListingAddress address) {
        return address.text(cursor());
    }

    Cursor cursor() {
        return Cursor.of(seq, copied, tags);
    }
}
