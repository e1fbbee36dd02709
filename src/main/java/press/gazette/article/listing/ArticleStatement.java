package press.gazette.article.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.PublicArticles;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.reading.ItemRow;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.Rights;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Total;

/**
 * One listing as one statement.
 *
 * <p>The statement always walks an index in the order of the listing: the index of one tag if every article must carry that
 * tag; the indexes of several tags, a page of each, if every article must carry at least one of them; else the index of all
 * articles. The other conditions are checked article by article on the way. Filters that match most articles are cheap; rare
 * matches (two common tags that rarely meet, a rare language) make the database scan. The ORDER BY names the leading columns
 * of the index although they are bound to one value: without them H2 does not see that the index has the order already.
 */
final class ArticleStatement {

    private static final Sql TRUE = Sql.of("1 = 1");

    private final ArticleQuery query;
    private final Map<Ref, Set<UUID>> tags;
    private final Instant now;

    /** @param tags the id of each tag in the query, with the ids of its descendants if they are included */
    ArticleStatement(ArticleQuery query, Map<Ref, Set<UUID>> tags, Instant now) {
        this.query = query;
        this.tags = tags;
        this.now = now;
    }

    /** Up to one row more than the page shows. */
    List<ItemRow> rows() {
        Set<UUID> drivers = drivers();
        String columns = ItemRow.columns(query.detail());
        Sql pictures = Rights.join(now);
        Sql ordered = switch (drivers.size()) {
            case 0 -> ofAll(columns, pictures);
            case 1 -> ofTag(columns, pictures, drivers.iterator().next());
            default ->
                Sql.of("select " + columns + " from article a")
                        .plus(pictures)
                        .plus(" where a.id in (")
                        .plus(ofTags(drivers, query.limit().plusOne()))
                        .plus(") order by " + order("", "a.", "a.id"));
        };
        return limited(ordered, query.limit().plusOne()).rows(row -> ItemRow.of(row, query.detail()));
    }

    /** The number of articles, counted up to {@link Total#ENOUGH}. */
    long count() {
        Set<UUID> drivers = drivers();
        Sql counted = switch (drivers.size()) {
            case 0 -> limited(ofAll("a.id as id", Sql.NONE), Total.ENOUGH);
            case 1 -> limited(ofTag("a.id as id", Sql.NONE, drivers.iterator().next()), Total.ENOUGH);
            default ->
                Sql.of("select a.id as id from article a where a.id in (")
                        .plus(ofTags(drivers, Total.ENOUGH))
                        .plus(")");
        };
        return Sql.of("select count(*) from (")
                .plus(counted)
                .plus(") counted")
                .first(Row::number)
                .orElseThrow();
    }

    /**
     * A part of a union: rows of the number, an id and a date, up to the limit. Each of several alternative tags gives up to the
     * limit: an article may come twice, and all together may exceed the limit.
     */
    Sql part(int number) {
        String columns =
                number + " as selection, a.id as article, %s" + query.order().date() + " as dated";
        Set<UUID> drivers = drivers();
        List<Sql> listings = drivers.isEmpty()
                ? List.of(ofAll(columns.formatted("a."), Sql.NONE))
                : drivers.stream()
                        .map(tag -> ofTag(columns.formatted("g."), Sql.NONE, tag))
                        .toList();
        return union(listings, query.limit().value());
    }

    /** The number of indexes that the statement walks. */
    int listings() {
        return Math.max(1, drivers().size());
    }

    private static Sql limited(Sql statement, int most) {
        return statement.plus(" limit " + most);
    }

    private static Sql union(List<Sql> statements, int most) {
        return Sql.join(
                " union all ",
                statements.stream()
                        .map(each -> limited(Sql.of("(").plus(each), most).plus(")"))
                        .toList());
    }

    private Set<UUID> drivers() {
        return query.expression().map(this::drivers).orElse(Set.of());
    }

    private Sql ofAll(String columns, Sql pictures) {
        return articles(columns, Sql.of("article a").plus(pictures))
                .plus(conditions(Set.of()))
                .plus(behind("a.", "a.id"))
                .plus(" order by " + order("a.status" + indexed(), "a.", "a.id"));
    }

    /** The articles of listings; those of the type page only if the filter asks for that type. */
    private Sql articles(String columns, Sql tables) {
        return query.filter().type() == ArticleType.PAGE
                ? PublicArticles.selectAny(columns, tables, now)
                : PublicArticles.select(columns, tables, now);
    }

    /** The column of a filter with an index of its own; in the order of updates there is none. */
    private String indexed() {
        ArticleFilter filter = query.filter();
        if (query.order() == Order.UPDATED || (filter.type() == null && filter.language() == null)) {
            return "";
        }
        return filter.type() == null ? ", a.language" : ", a.type";
    }

    /** The conditions use the index's own article id: the id of the article's table would not make a range of the index. */
    private Sql ofTag(String columns, Sql pictures, UUID tag) {
        Sql tables = Sql.of("tagging g join article a on a.id = g.article_id").plus(pictures);
        return articles(columns, tables)
                .plus(" and g.tag_id = ")
                .plus(tag(tag))
                .plus(" and g.listed = true")
                .plus(conditions(Set.of(tag)))
                .plus(behind("g.", "g.article_id"))
                .plus(" order by " + order("g.tag_id, g.listed", "g.", "g.article_id"));
    }

    /** The page is a subset of the pages of the single tags, so only those are sorted. */
    private Sql ofTags(Set<UUID> drivers, int most) {
        return union(drivers.stream().map(tag -> ofTag("a.id", Sql.NONE, tag)).toList(), most);
    }

    private Sql conditions(Set<UUID> carried) {
        ArticleFilter filter = query.filter();
        Sql tagged = query.expression()
                .map(expression -> condition(expression, carried))
                .filter(condition -> !condition.equals(TRUE))
                .map(condition -> Sql.of(" and ").plus(condition))
                .orElse(Sql.NONE);
        ArticleType type = filter.type();
        return tagged.plus(compared("a.type =", type == null ? null : type.word))
                .plus(compared("a.language =", filter.language()))
                .plus(compared("a.published_at >=", filter.from()))
                .plus(compared("a.published_at <", filter.to()))
                .plus(compared("a.renewed_at >=", filter.updatedSince()));
    }

    private static Sql compared(String comparison, @Nullable Object value) {
        return value == null ? Sql.NONE : Sql.of(" and " + comparison + " ?", value);
    }

    /**
     * The expression as a condition.
     *
     * @param carried the tag by whose index the article is found, or empty; a second condition on that tag would make PostgreSQL
     *     read all articles of the tag and join them with themselves
     */
    private Sql condition(TagExpression expression, Set<UUID> carried) {
        if (expression instanceof TagExpression.One one) {
            return meant(one).containsAll(carried) && !carried.isEmpty()
                    ? TRUE
                    : Sql.of("exists (select 1 from tagging x where x.article_id = a.id and x.tag_id in (")
                            .plus(Sql.join(
                                    ", ", meant(one).stream().map(this::tag).toList()))
                            .plus("))");
        }
        if (expression instanceof TagExpression.Not not) {
            return Sql.of("not (").plus(condition(not.operand(), carried)).plus(")");
        }
        boolean all = expression instanceof TagExpression.All;
        List<Sql> operands = operands(expression).stream()
                .map(operand -> condition(operand, carried))
                .toList();
        if (!all && operands.contains(TRUE)) {
            return TRUE;
        }
        List<Sql> open =
                operands.stream().filter(operand -> !operand.equals(TRUE)).toList();
        return open.isEmpty()
                ? TRUE
                : Sql.of("(").plus(Sql.join(all ? " and " : " or ", open)).plus(")");
    }

    /** The smallest known set of tags of which every matching article carries at least one; empty: there is none. */
    private Set<UUID> drivers(TagExpression expression) {
        if (expression instanceof TagExpression.One one) {
            return meant(one);
        }
        if (expression instanceof TagExpression.Not) {
            return Set.of();
        }
        List<Set<UUID>> each = operands(expression).stream().map(this::drivers).toList();
        if (expression instanceof TagExpression.All) {
            return each.stream()
                    .filter(drivers -> !drivers.isEmpty())
                    .min(Comparator.comparingInt(Set::size))
                    .orElse(Set.of());
        }
        Set<UUID> union = new LinkedHashSet<>();
        each.forEach(union::addAll);
        return each.stream().anyMatch(Set::isEmpty) ? Set.of() : union;
    }

    private static List<TagExpression> operands(TagExpression expression) {
        return expression instanceof TagExpression.All all
                ? all.operands()
                : ((TagExpression.Any) expression).operands();
    }

    private Set<UUID> meant(TagExpression.One one) {
        return Objects.requireNonNull(tags.get(one.tag()), "every tag was looked up");
    }

    private Sql behind(String dates, String id) {
        DatedKey after = query.after();
        return after == null
                ? Sql.NONE
                : Sql.of(
                        " and (%s%s, %s) %s (?, ?)"
                                .formatted(
                                        dates,
                                        query.order().date(),
                                        id,
                                        query.order().comparison()),
                        after.date(),
                        after.id());
    }

    private String order(String leading, String dates, String id) {
        String direction = query.order().direction();
        String bound = leading.isEmpty()
                ? ""
                : leading.replace(",", query.order().leading() + ",")
                        + query.order().leading() + ", ";
        return bound + dates + query.order().date() + direction + ", " + id + direction;
    }

    /**
     * A tag as a value. In a query with several tags it is a literal: PostgreSQL makes one plan for all values of a placeholder
     * after a few executions, and a plan that suits two rare tags takes seconds for two common ones.
     */
    private Sql tag(UUID id) {
        return several() ? Sql.of("cast('" + id + "' as uuid)") : Sql.of("?", id);
    }

    private boolean several() {
        return query.expression().map(TagExpression::refs).orElse(Stream.of()).count() > 1;
    }
}
