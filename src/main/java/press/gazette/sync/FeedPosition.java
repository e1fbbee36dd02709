package press.gazette.sync;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.change.compaction.LedgerEnds;
import press.gazette.paging.Cursor;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.Problem;

/**
 * A client's position among the changes.
 *
 * @param seq the number of the last change that it has been given, or that its filter leaves out
 * @param copied the end of the ledger when its copy began
 * @param at the time of the later one of these changes, by which the ledger knows it; null: made by an earlier release, not
 *     known any more
 * @param tags the fingerprint of the tags of its filter; empty: none
 */
record FeedPosition(long seq, long copied, @Nullable Instant at, String tags) {

    private static final int WIDTH = 4;

    /** Of earlier releases, which have no time. */
    private static final int FORMER_WIDTH = 3;

    /** The position at which a copy begins that will hold all of the ledger up to its present end. */
    static FeedPosition first(LedgerPosition end, TagCondition tags) {
        return new FeedPosition(0, end.seq(), end.at(), tags.fingerprint());
    }

    /** The position of a client that has all of the ledger. */
    static FeedPosition last(LedgerPosition end, TagCondition tags) {
        return new FeedPosition(end.seq(), end.seq(), end.at(), tags.fingerprint());
    }

    /** The number of a change as {@code Gazette-Seq} has it. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The tags of a position that is a number only; a fingerprint is never this. */
    private static final String ANY_TAGS = "*";

    /** Parses a position that was made for the same filter, or the number of a change; null: none was given. */
    static @Nullable FeedPosition parse(@Nullable String text, ListingAddress address) {
        if (text == null) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            return new FeedPosition(Long.parseLong(text), 0, null, ANY_TAGS);
        }
        try {
            List<String> key = Cursor.decode(text, address, WIDTH, FORMER_WIDTH).key();
            return new FeedPosition(
                    Long.parseLong(key.get(0)),
                    Long.parseLong(key.get(1)),
                    key.size() == WIDTH ? Instant.EPOCH.plus(Long.parseLong(key.get(3)), ChronoUnit.MICROS) : null,
                    key.get(2));
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw invalid(Cursor.unreadable());
        } catch (Problem e) {
            throw invalid(e);
        }
    }

    private static Problem invalid(Problem cursor) {
        return Problem.invalidCursor("after", cursor.detail());
    }

    /** The place in the ledger that its client has reached, or will have with its copy; null: made by an earlier release. */
    @Nullable
    LedgerPosition reached() {
        return at == null ? null : new LedgerPosition(Math.max(seq, copied), at);
    }

    /**
     * False if it is not of this ledger, removals behind it may be missing, or the filter's tags have other articles; one
     * statement.
     *
     * @param ends with what the ledger knows of {@link #reached}
     */
    boolean isKnown(TagCondition condition, LedgerEnds ends) {
        if (tags.equals(ANY_TAGS)) {
            return seq <= ends.head().seq() && seq >= ends.pruned();
        }
        return ends.isKnown()
                && condition.isThatOf(this)
                && (condition.named().isEmpty()
                        || !ChangeStatement.hasMerger(Math.max(seq, copied), condition.named()));
    }

    /** The same position with the tags of the filter, if it is a number only. */
    FeedPosition of(TagCondition condition) {
        return tags.equals(ANY_TAGS) ? new FeedPosition(seq, copied, at, condition.fingerprint()) : this;
    }

    /** The position of the same client behind another change. */
    FeedPosition at(LedgerPosition other) {
        return new FeedPosition(other.seq(), copied, other.seq() > copied ? other.at() : at, tags);
    }

    /** The text of the position for clients. */
    String text(ListingAddress address) {
        return address.text(cursor());
    }

    Cursor cursor() {
        return at == null
                ? Cursor.of(seq, copied, tags)
                : Cursor.of(seq, copied, tags, ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
