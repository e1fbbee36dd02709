package press.gazette.article.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.Visibility;
import press.gazette.article.reading.ItemRow;
import press.gazette.media.Rights;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Total;

/**
 * One listing as one HQL statement.
 *
 * <p>It always walks an index in the order of the listing: that of one tag, where every article of the listing must carry
 * it; those of several tags, a page from each, where it must carry at least one of them; else that of all articles. What
 * else is asked is checked article by article on the way. Its cost therefore follows the page while most articles on the
 * way fit; where few do (two common tags that rarely meet, a rare language), it follows the distance walked. The columns that an index begins with are bound to one value
 * and yet stand in the ORDER BY: without them H2 does not see that the index has the order already.
 */
final class ArticleStatement {

    private static final String TRUE = "1 = 1";

    private static final String PICTURE = "left join a.image " + Rights.VALID;

    private final ArticleQuery query;
    private final Map<Ref, Set<UUID>> tags;
    private final Map<String, Object> parameters;

    /** @param tags what each tag that the query speaks of stands for: its id, and those of its descendants if they are meant */
    ArticleStatement(ArticleQuery query, Map<Ref, Set<UUID>> tags, Instant now) {
        this(query, tags, new HashMap<>(Map.of("now", now)));
    }

    /** @param parameters shared by the parts of one larger statement; each adds its own */
    ArticleStatement(ArticleQuery query, Map<Ref, Set<UUID>> tags, Map<String, Object> parameters) {
        this.query = query;
        this.tags = tags;
        this.parameters = parameters;
    }

    /** One row more than the page shows, where there are as many. */
    List<ItemRow> rows() {
        Set<UUID> drivers = drivers();
        String hql = switch (drivers.size()) {
            case 0 -> ofAll(columns(), PICTURE);
            case 1 -> ofTag(columns(), PICTURE, drivers.iterator().next());
            default ->
                "select %s from Article a %s where a.id in (%s) order by %s"
                        .formatted(
                                columns(),
                                PICTURE,
                                ofTags(drivers, query.limit().plusOne()),
                                order("", "a.dates.", "a.id"));
        };
        return selection(hql, ItemRow.class)
                .setMaxResults(query.limit().plusOne())
                .getResultList();
    }

    /** How many articles there are from here on, but no more than are worth counting. */
    long count() {
        Set<UUID> drivers = drivers();
        String hql = switch (drivers.size()) {
            case 0 -> "select count(*) from (%s limit %d)".formatted(ofAll("a.id as id", ""), Total.ENOUGH);
            case 1 ->
                "select count(*) from (%s limit %d)"
                        .formatted(ofTag("a.id as id", "", drivers.iterator().next()), Total.ENOUGH);
            default -> "select count(*) from Article a where a.id in (%s)".formatted(ofTags(drivers, Total.ENOUGH));
        };
        return selection(hql, Long.class).getSingleResult();
    }

    /**
     * The number, the ids and the dates of as many as the limit says, as a part of a union. Of alternative tags each gives
     * as many: some of them twice, and together more than the limit.
     */
    String part(int number) {
        String columns =
                number + " as selection, a.id as article, %s" + query.order().date() + " as dated";
        String most = " limit " + query.limit().value();
        Set<UUID> drivers = drivers();
        return drivers.isEmpty()
                ? "(" + ofAll(columns.formatted("a.dates."), "") + most + ")"
                : drivers.stream()
                        .map(tag -> "(" + ofTag(columns.formatted("g."), "", tag) + most + ")")
                        .collect(Collectors.joining(" union all "));
    }

    /** How many indexes it walks. */
    int listings() {
        return Math.max(1, drivers().size());
    }

    private <T> SelectionQuery<T> selection(String hql, Class<T> type) {
        return selection(hql, type, parameters);
    }

    static <T> SelectionQuery<T> selection(String hql, Class<T> type, Map<String, Object> parameters) {
        SelectionQuery<T> selection = Panache.getSession(Article.class).createSelectionQuery(hql, type);
        parameters.forEach((name, value) -> {
            // What an article carries anyway is not asked for, and leaves its parameter behind.
            if (Pattern.compile(":" + name + "\\b").matcher(hql).find()) {
                selection.setParameter(name, value);
            }
        });
        return selection;
    }

    private Set<UUID> drivers() {
        return query.expression().map(this::drivers).orElse(Set.of());
    }

    private String columns() {
        return ItemRow.columns(query.showing());
    }

    private String ofAll(String columns, String joins) {
        String type = query.filter().type() == null || query.order() == Order.UPDATED ? "" : ", a.type";
        return "select %s from Article a %s where %s%s order by %s"
                .formatted(
                        columns,
                        joins,
                        conditions(Set.of()),
                        behind("a.dates.", "a.id"),
                        order("a.life.status" + type, "a.dates.", "a.id"));
    }

    /** By {@code fk}, the id is that of the index; the article's own would be another table's, and no range of it. */
    private String ofTag(String columns, String joins, UUID tag) {
        return "select %s from Tagging g join g.article a %s where g.tag.id = %s and g.listed = true and %s%s order by %s"
                .formatted(
                        columns,
                        joins,
                        several() ? literal(tag) : parameter(tag),
                        conditions(Set.of(tag)),
                        behind("g.", "fk(g.article)"),
                        order("g.tag.id, g.listed", "g.", "fk(g.article)"));
    }

    /** The page is among the pages of the single tags; sorting those is all the sorting there is. */
    private String ofTags(Set<UUID> drivers, int most) {
        List<String> pages = new ArrayList<>();
        for (UUID tag : drivers) {
            pages.add("(" + ofTag("a.id", "", tag) + " limit " + most + ")");
        }
        return String.join(" union all ", pages);
    }

    private String conditions(Set<UUID> carried) {
        List<String> all = new ArrayList<>(List.of(Visibility.PUBLIC));
        query.expression()
                .map(expression -> condition(expression, carried))
                .filter(condition -> !condition.equals(TRUE))
                .ifPresent(all::add);
        add(all, "a.type = ", query.filter().type());
        add(all, "a.language = ", query.filter().language());
        add(all, "a.dates.publishedAt >= ", query.filter().from());
        add(all, "a.dates.publishedAt < ", query.filter().to());
        add(all, "a.dates.renewedAt >= ", query.filter().updatedSince());
        return String.join(" and ", all);
    }

    private void add(List<String> all, String comparison, @Nullable Object value) {
        if (value != null) {
            all.add(comparison + parameter(value));
        }
    }

    /**
     * The expression as a condition.
     *
     * @param carried a tag that the article carries anyway, by whose index it was found, or none; to ask for it once more
     *     would let PostgreSQL read all articles of the tag and join them with themselves
     */
    private String condition(TagExpression expression, Set<UUID> carried) {
        if (expression instanceof TagExpression.One one) {
            return meant(one).containsAll(carried) && !carried.isEmpty()
                    ? TRUE
                    : "exists (select 1 from Tagging x where x.article = a and x.tag.id in " + tags(meant(one)) + ")";
        }
        if (expression instanceof TagExpression.Not not) {
            return "not (" + condition(not.operand(), carried) + ")";
        }
        boolean all = expression instanceof TagExpression.All;
        List<String> operands = operands(expression).stream()
                .map(operand -> condition(operand, carried))
                .toList();
        if (!all && operands.contains(TRUE)) {
            return TRUE;
        }
        List<String> open =
                operands.stream().filter(operand -> !operand.equals(TRUE)).toList();
        return open.isEmpty() ? TRUE : "(" + String.join(all ? " and " : " or ", open) + ")";
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

    private String behind(String dates, String id) {
        DatedKey after = query.after();
        if (after == null) {
            return "";
        }
        return " and (%s%s, %s) %s (%s, %s)"
                .formatted(
                        dates,
                        query.order().date(),
                        id,
                        query.order().comparison(),
                        parameter(after.date()),
                        parameter(after.id()));
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
     * These tags. Where several are asked for together, PostgreSQL needs to know which: it makes one plan for all values of
     * a parameter after it has seen a few, and what is good for two rare tags takes seconds for two common ones.
     */
    private String tags(Set<UUID> these) {
        return several()
                ? these.stream().map(ArticleStatement::literal).collect(Collectors.joining(", ", "(", ")"))
                : parameter(these);
    }

    private boolean several() {
        return query.expression().map(TagExpression::refs).orElse(Stream.of()).count() > 1;
    }

    private static String literal(UUID tag) {
        return "cast('" + tag + "' as uuid)";
    }

    /** A named parameter for a value; the same name for the same value. */
    private String parameter(Object value) {
        String name = "p" + parameters.size();
        for (Map.Entry<String, Object> known : parameters.entrySet()) {
            if (known.getValue().equals(value) && !known.getKey().equals("now")) {
                return ":" + known.getKey();
            }
        }
        parameters.put(name, value);
        return ":" + name;
    }
}
