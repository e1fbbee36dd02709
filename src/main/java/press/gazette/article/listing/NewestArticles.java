package press.gazette.article.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Visibility;
import press.gazette.article.reading.CardRow;
import press.gazette.article.reading.ItemRow;
import press.gazette.article.reading.Showing;

/** The newest public articles of several tags at once, in two statements however many tags there are. */
public final class NewestArticles {

    /**
     * One of the selections asked for.
     *
     * @param tag only articles that carry the tag with this id; absent: all
     * @param most how many at most; at least 1
     */
    public record Wanted(@Nullable UUID tag, int most) {}

    /** Which selection has which article, by its number in the order in which they were asked for. */
    public record Found(int selection, UUID article, Instant publishedAt) {}

    private NewestArticles() {}

    /** The rows of each selection, newest first, in the order in which the selections were given. */
    public static List<List<CardRow>> of(List<Wanted> wanted, Instant now) {
        Map<Integer, List<UUID>> found = found(wanted, now).stream()
                .collect(Collectors.groupingBy(
                        Found::selection, Collectors.mapping(Found::article, Collectors.toList())));
        Map<UUID, ItemRow> rows = rows(found, now);
        List<List<CardRow>> newest = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            newest.add(found.getOrDefault(i, List.of()).stream()
                    .filter(rows::containsKey)
                    .map(id -> rows.get(id).card())
                    .sorted(NEWEST_FIRST)
                    .toList());
        }
        return newest;
    }

    /** The order of all listings; ids are compared as the databases do, which Java's own order of them does not. */
    private static final Comparator<CardRow> NEWEST_FIRST = Comparator.comparing(CardRow::publishedAt)
            .thenComparing(row -> row.id().toString())
            .reversed();

    /** Only which they are, in one statement. */
    public static List<Found> found(List<Wanted> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> selections = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        for (Wanted each : wanted) {
            int number = selections.size();
            selections.add(each.tag() == null ? all(number, each.most()) : tagged(number, each.most()));
            if (each.tag() != null) {
                parameters.put("tag" + number, each.tag());
            }
        }
        SelectionQuery<Found> query = Panache.getSession(Article.class)
                .createSelectionQuery(String.join(" union all ", selections), Found.class)
                .setParameter("now", now);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static String all(int number, int most) {
        return """
                (select %d as selection, a.id as article, a.dates.publishedAt as publishedAt from Article a where %s
                 order by a.life.status, a.dates.publishedAt desc, a.id desc limit %d)""".formatted(number, Visibility.PUBLIC, most);
    }

    private static String tagged(int number, int most) {
        return """
                (select %d as selection, a.id as article, g.publishedAt as publishedAt from Tagging g join g.article a
                 where g.tag.id = :tag%d and g.listed = true and %s
                 order by g.tag.id, g.listed, g.publishedAt desc, fk(g.article) desc limit %d)""".formatted(number, number, Visibility.PUBLIC, most);
    }

    /** Asked again whether they are public: the two statements may see different states. */
    private static Map<UUID, ItemRow> rows(Map<Integer, List<UUID>> found, Instant now) {
        Set<UUID> ids = found.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return ItemRow.visible(ids, Showing.CARD, now);
    }
}
