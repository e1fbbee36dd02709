package press.gazette.article.desk;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;

/**
 * The desk's listing of articles, in the order of the last edits.
 *
 * @param address of the listing, to which its cursors are bound
 * @param after the key behind which the page starts; absent: the beginning
 */
record DeskArticleQuery(
        ListingAddress address,
        DeskArticleFilter filter,
        EditOrder order,
        Limit limit,
        @Nullable DatedKey after) {

    /** The most articles that one page examines, which takes a fraction of a second. */
    static final int MOST_EXAMINED = 20_000;

    /** A value of the parameter {@code order}. */
    enum EditOrder {
        NEWEST,
        OLDEST;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /** Reads the parameters and rejects bad ones, without the database. */
    static DeskArticleQuery parse(DeskArticleParameters parameters) {
        ListingAddress address = DeskArticleFilter.on(ListingAddress.of("/v1/desk/articles"), parameters);
        return new DeskArticleQuery(
                address,
                DeskArticleFilter.parse(parameters),
                parameters.order() == null
                        ? EditOrder.NEWEST
                        : ParameterValue.parse("order", parameters.order(), EditOrder.values(), order -> order.word),
                Limit.parse(parameters.limit()),
                DatedKey.parse(parameters.cursor(), address));
    }

    Page<DeskArticleCard> page() {
        return page(MOST_EXAMINED, DeskArticleTags.FEW);
    }

    /**
     * Reads one page: up to two statements, and up to four for each tag of the filter.
     *
     * @param most the most articles that are examined
     * @param few the most articles of a tag that are all read instead
     */
    Page<DeskArticleCard> page(int most, int few) {
        DeskArticleStatement statement = new DeskArticleStatement(
                filter, DeskArticleTags.of(filter, few), order == EditOrder.NEWEST, limit, after, most);
        DatedKey last = statement.lastToExamine().orElse(null);
        List<DeskArticleCard> rows = statement.rows(last);
        if (rows.size() > limit.value()) {
            return Page.of(rows, limit, card -> new DatedKey(card.modifiedAt(), card.id()).cursor());
        }
        return new Page<>(rows, last == null ? null : last.cursor());
    }
}
