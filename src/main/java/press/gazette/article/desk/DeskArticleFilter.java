package press.gazette.article.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.Status;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.DeskKey;
import press.gazette.database.Sql;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.time.Timestamp;

/**
 * The filter of the desk's listing of articles. An absent component does not narrow it.
 *
 * @param words that words of the working draft begin with; empty: any
 * @param modifiedBy the last editor
 * @param from edited for the last time at that time or later
 * @param to edited for the last time before that time
 */
record DeskArticleFilter(
        List<String> words,
        @Nullable Status status,
        @Nullable Ref section,
        @Nullable Ref tag,
        @Nullable Ref contributor,
        @Nullable ArticleType type,
        @Nullable String modifiedBy,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final int LONGEST_SEARCH = 200;
    static final int LONGEST_CALLER = 300;

    /** The most words of a search: each is compared with each key. */
    private static final int MOST_WORDS = 10;

    /** Reads the parameters and rejects bad ones, without the database. */
    static DeskArticleFilter parse(DeskArticleParameters parameters) {
        DeskArticleFilter filter = new DeskArticleFilter(
                words(parameters.q()),
                parameters.status() == null
                        ? null
                        : ParameterValue.parse("status", parameters.status(), Status.values(), status -> status.word),
                ref("section", parameters.section()),
                ref("tag", parameters.tag()),
                ref("contributor", parameters.contributor()),
                parameters.type() == null
                        ? null
                        : ParameterValue.parse("type", parameters.type(), ArticleType.values(), type -> type.word),
                caller(parameters.modifiedBy()),
                time("from", parameters.from()),
                time("to", parameters.to()));
        if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
            throw Problem.invalidParameter("to", "The time in to is not later than the one in from.");
        }
        return filter;
    }

    /** Adds the filter to the listing's address, in one order for all requests. */
    static ListingAddress on(ListingAddress address, DeskArticleParameters parameters) {
        return address.with("q", parameters.q())
                .with("status", parameters.status())
                .with("section", parameters.section())
                .with("tag", parameters.tag())
                .with("contributor", parameters.contributor())
                .with("type", parameters.type())
                .with("modifiedBy", parameters.modifiedBy())
                .with("from", parameters.from())
                .with("to", parameters.to())
                .with("order", parameters.order());
    }

    /** True if no component but the times of the last edit narrows the listing. */
    boolean narrowsByTimeOnly() {
        return words.isEmpty()
                && Stream.of(section, tag, contributor, status, type, modifiedBy)
                        .allMatch(Objects::isNull);
    }

    /** True if the status narrows the listing, and no other component but the times of the last edit. */
    boolean narrowsByStatusAndTimeOnly() {
        return status != null
                && words.isEmpty()
                && Stream.of(section, tag, contributor, type, modifiedBy).allMatch(Objects::isNull);
    }

    /** The condition on the status of an article {@code a}. */
    Sql statusCondition() {
        return compared("a.status =", status == null ? null : status.word);
    }

    /** The condition on the last edit of an article {@code a}. */
    Sql editTimeCondition() {
        return compared("a.modified_at >=", from).plus(compared("a.modified_at <", to));
    }

    /** The conditions on the columns of an examined article {@code s}. */
    Sql columnConditions() {
        return compared("s.status =", status == null ? null : status.word)
                .plus(compared("s.type =", type == null ? null : type.word))
                .plus(compared("s.modified_by =", modifiedBy));
    }

    private static Sql compared(String comparison, @Nullable Object value) {
        return value == null ? Sql.NONE : Sql.of(" and " + comparison + " ?", value);
    }

    private static List<String> words(@Nullable String q) {
        if (q == null) {
            return List.of();
        }
        boolean isReadable = q.length() <= LONGEST_SEARCH && q.chars().noneMatch(Character::isISOControl);
        List<String> words = isReadable ? DeskKey.words(q) : List.of();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw Problem.invalidParameter(
                    "q",
                    "The parameter q is 1 to " + MOST_WORDS + " words of letters and digits, at most " + LONGEST_SEARCH
                            + " characters without control characters.");
        }
        return words;
    }

    private static @Nullable Ref ref(String name, @Nullable String text) {
        return text == null
                ? null
                : Ref.of(text)
                        .orElseThrow(() -> Problem.invalidParameter(name, "The " + name + " is a tag's slug or id."));
    }

    private static @Nullable String caller(@Nullable String text) {
        if (text != null
                && (text.isBlank()
                        || text.length() > LONGEST_CALLER
                        || text.chars().anyMatch(Character::isISOControl))) {
            throw Problem.invalidParameter(
                    "modifiedBy",
                    "The modifiedBy is a caller such as key:<id>, of 1 to " + LONGEST_CALLER
                            + " printable characters.");
        }
        return text;
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        return text == null ? null : ParameterValue.parse(name, text, Timestamp::parseTimeOrDay);
    }
}
