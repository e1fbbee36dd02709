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
import press.gazette.article.ArticleType;
import press.gazette.article.PublicArticles;
import press.gazette.article.reading.ItemRow;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.Rights;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Total;

/**
 * One listing as one statement.
 *
 * <p>It always walks an index in the order of the listing: that of one tag, where every article of the listing must carry
 * it; those of several tags, a page from each, where it must carry at least one of them; else that of all articles. What
 * else is asked is checked article by article on the way. Its cost therefore follows the page while most articles on the
 * way fit; where few do (two common tags that rarely meet, a rare language), it follows the distance walked. The columns that an index begins with are bound to one value
 * and yet stand in the ORDER BY: without them H2 does not see that the index has the order already.
 */
final class ArticleStatement {

    private static final Sql TRUE = Sql.of("1 = 1");

    private final ArticleQuery query;
    private final Map<Ref, Set<UUID>> tags;
    private final Instant now;

    /** @param tags what each tag that the query speaks of stands for: its id, and those of its descendants if they are meant */
    ArticleStatement(ArticleQuery query, Map<Ref, Set<UUID>> tags, Instant now) {
        this.query = query;
        this.tags = tags;
        this.now = now;
    }

    /** One row more than the page shows, where there are as many. */
    List<ItemRow> rows() {
        Set<UUID> drivers = drivers();
        String columns = ItemRow.columns(query.showing());
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
        return limited(ordered, query.limit().plusOne()).rows(row -> ItemRow.of(row, query.showing()));
    }

    /** How many articles there are from here on, but no more than are worth counting. */
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
     * The number, the ids and the dates of as many as the limit says, as a part of a union. Of alternative tags each gives
     * as many: some of them twice, and together more than the limit.
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

    /** How many indexes it walks. */
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
        return PublicArticles.select(columns, Sql.of("article a").plus(pictures), now)
                .plus(conditions(Set.of()))
                .plus(behind("a.", "a.id"))
                .plus(" order by " + order("a.status" + indexed(), "a.", "a.id"));
    }

    /** The filter that has an index of its own, in all orders but that of updates. */
    private String indexed() {
        ArticleFilter filter = query.filter();
        if (query.order() == Order.UPDATED || (filter.type() == null && filter.language() == null)) {
            return "";
        }
        return filter.type() == null ? ", a.language" : ", a.type";
    }

    /** The id is that of the index; the article's own would be another table's, and no range of it. */
    private Sql ofTag(String columns, Sql pictures, UUID tag) {
        Sql tables = Sql.of("tagging g join article a on a.id = g.article_id").plus(pictures);
        return PublicArticles.select(columns, tables, now)
                .plus(" and g.tag_id = ")
                .plus(tag(tag))
                .plus(" and g.listed = true")
                .plus(conditions(Set.of(tag)))
                .plus(behind("g.", "g.article_id"))
                .plus(" order by " + order("g.tag_id, g.listed", "g.", "g.article_id"));
    }

    /** The page is among the pages of the single tags; sorting those is all the sorting there is. */
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
     * @param carried a tag that the article carries anyway, by whose index it was found, or none; to ask for it once more
     *     would let PostgreSQL read all articles of the tag and join them with themselves
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

    /** Tags of which every article that fits must carry at least one, as few as can be told; none: there are no such. */
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
     * A tag as a value. Where several are asked for together, PostgreSQL needs to know which: it makes one plan for all values
     * of a placeholder after it has seen a few, and what is good for two rare tags takes seconds for two common ones.
     */
    private Sql tag(UUID id) {
        return several() ? Sql.of("cast('" + id + "' as uuid)") : Sql.of("?", id);
    }

    private boolean several() {
        return query.expression().map(TagExpression::refs).orElse(Stream.of()).count() > 1;
    }
}
