package press.gazette.article.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.DeskKey;
import press.gazette.database.Sql;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;

/**
 * The statement for one page of the desk's listing of articles, in the order of the last edits.
 *
 * <p>It walks an index in that order. The index has the words, the type, the status and the editor, which are checked on the
 * way, on a bounded number of articles: a page may have fewer items than its limit, and still a next page. If the filter has a
 * rare tag, the articles of that tag are read instead, which are few.
 *
 * @param newest true: the last edited first
 * @param after the key behind which the page starts; null: the beginning
 * @param most the most articles that are checked
 */
record DeskArticleStatement(
        DeskArticleFilter filter,
        DeskArticleTags tags,
        boolean newest,
        Limit limit,
        @Nullable DatedKey after,
        int most) {

    /** Bounds of all edits. A range makes H2 choose the index that has all columns. */
    private static final Sql EVER = Sql.of(
            " and a.modified_at >= ? and a.modified_at < ?",
            Instant.parse("1600-01-01T00:00:00Z"),
            Instant.parse("9999-01-01T00:00:00Z"));

    /** Articles may join those of a page after its end was read; the database still needs a bound. */
    private static final int MARGIN = 2;

    /** A draft that a release without this search has saved: what readers see, in lower case. */
    private static final String FORMER_KEY =
            "concat(' ', lower(a.title), ' ', replace(a.slug, '-', ' '), ' ', lower(coalesce(a.kicker, '')))";

    /**
     * Reads up to one row more than the limit.
     *
     * @param last the last article to examine, from {@link #lastToExamine}; null: all of them
     */
    List<DeskArticleCard> rows(@Nullable DatedKey last) {
        return Sql.of("select " + DeskArticleCard.COLUMNS + " from (")
                .plus(examined("a.id, a.modified_at, a.desk_key, a.type, a.status, a.modified_by", upTo(last)))
                .plus(tags.rare() == null ? " limit " + (isExact() ? limit.plusOne() : MARGIN * most) : "")
                .plus(") s join article a on a.id = s.id where 1 = 1")
                .plus(filter.columnConditions())
                .plus(tags.condition())
                .plus(words())
                .plus(" order by " + edits("s.") + " limit " + limit.plusOne())
                .rows(DeskArticleCard::of);
    }

    /**
     * The key of the last article that the page is to examine; empty: all articles are. Read before the rows: an article that is
     * edited meanwhile leaves its place, and the next page would skip one if it were counted afterwards.
     */
    Optional<DatedKey> lastToExamine() {
        return isExact() || tags.rare() != null
                ? Optional.empty()
                : examined("a.modified_at, a.id", Sql.NONE)
                        .plus(" limit 1 offset " + (most - 1))
                        .first(row -> new DatedKey(row.instant(), row.uuid()));
    }

    /** True if an index alone decides: every row that is examined is on the page. */
    private boolean isExact() {
        return filter.narrowsByTimeOnly() || filter.narrowsByStatusAndTimeOnly();
    }

    private Sql examined(String columns, Sql upTo) {
        Sql articles = Sql.of("select " + columns + " from article a where 1 = 1")
                .plus(filter.editTimeCondition())
                .plus(behind())
                .plus(upTo);
        if (tags.rare() != null) {
            return articles.plus(DeskArticleTags.carriersOf(tags.rare()));
        }
        if (filter.narrowsByStatusAndTimeOnly()) {
            // The order begins with the column that is bound to one value, else H2 would scan.
            return articles.plus(filter.statusCondition())
                    .plus(" order by a.status" + (newest ? " asc, " : " desc, ") + edits("a."));
        }
        return articles.plus(isExact() ? Sql.NONE : EVER).plus(" order by " + edits("a."));
    }

    private Sql behind() {
        return after == null
                ? Sql.NONE
                : Sql.of(" and (a.modified_at, a.id) " + (newest ? "<" : ">") + " (?, ?)", after.date(), after.id());
    }

    private Sql upTo(@Nullable DatedKey last) {
        String comparison = newest ? ">=" : "<=";
        return last == null
                ? Sql.NONE
                : Sql.of(" and a.modified_at " + comparison + " ?", last.date())
                        .plus(" and (a.modified_at, a.id) " + comparison + " (?, ?)", last.date(), last.id());
    }

    private String edits(String table) {
        String direction = newest ? " desc" : " asc";
        return table + "modified_at" + direction + ", " + table + "id" + direction;
    }

    /** The first condition is on the index alone: H2 reads the rows of articles only if it holds. */
    private Sql words() {
        if (filter.words().isEmpty()) {
            return Sql.NONE;
        }
        return Sql.of(" and (")
                .plus(like("s.desk_key"))
                .plus(" or s.desk_key is null) and (s.desk_key is not null or ")
                .plus(like(FORMER_KEY))
                .plus(")");
    }

    private Sql like(String key) {
        return Sql.join(
                " and ",
                filter.words().stream()
                        .map(word -> Sql.of(key + " like ?", DeskKey.pattern(word)))
                        .toList());
    }
}
