package press.gazette.article.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Visibility;
import press.gazette.article.body.Body;
import press.gazette.media.Rights;

/**
 * What a listing reads of an article: its card's row, and the body where it is shown.
 *
 * @param body absent: not read
 */
public record ItemRow(CardRow card, @Nullable Body body) {

    private static final String NAME = "new press.gazette.article.reading.ItemRow(" + CardRow.VALUE;

    public ItemRow(CardRow card) {
        this(card, null);
    }

    /** Those of these articles that readers may see. */
    public static Map<UUID, ItemRow> visible(Collection<UUID> ids, Showing showing, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return Panache.getSession(Article.class)
                .createSelectionQuery(
                        "select %s from Article a left join a.image %s where a.id in :ids and %s"
                                .formatted(columns(showing), Rights.VALID, Visibility.PUBLIC),
                        ItemRow.class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.card().id(), Function.identity()));
    }

    /** What an HQL query for items selects, given an article {@code a} and its picture {@code i}. */
    public static String columns(Showing showing) {
        return NAME + (showing.showsBody() ? ", a.body)" : ")");
    }
}
