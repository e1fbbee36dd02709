package press.gazette.article.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.database.Row;

/**
 * What a listing reads of an article: its card's row, and the body where it is shown.
 *
 * @param body absent: not read
 */
public record ItemRow(CardRow card, @Nullable StoredBody body) {

    /** Those of these articles that readers may see. */
    public static Map<UUID, ItemRow> visible(Collection<UUID> ids, Showing showing, Instant now) {
        return PublicArticles.pictured(ids, columns(showing), row -> of(row, showing), now).stream()
                .collect(Collectors.toMap(row -> row.card().id(), Function.identity()));
    }

    /** The columns of a query for items, given articles {@code a} and their pictures {@code i}. */
    public static String columns(Showing showing) {
        return CardRow.columns(showing) + (showing.showsBody() ? ", " + StoredBody.columns(showing.body()) : "");
    }

    /** Takes the columns. */
    public static ItemRow of(Row row, Showing showing) {
        return new ItemRow(CardRow.of(row), showing.showsBody() ? StoredBody.of(row) : null);
    }
}
