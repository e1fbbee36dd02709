package press.gazette.article.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import press.gazette.article.PublicArticles;
import press.gazette.database.Sql;

/** The public articles of any number of selections, in one statement. */
public final class SelectedArticles {

    /**
     * A selection to read.
     *
     * @param most the most articles; at least 1
     */
    public record Wanted(ArticleSelection selection, int most) {}

    /**
     * An article of a selection.
     *
     * @param selection the index of the selection; {@link #NAMED}: the article was named by its id
     * @param date by which the selection is ordered; of a named article {@code publishedAt}
     */
    public record Found(int selection, UUID article, Instant date) {}

    /** The selection of articles that were named by their ids. */
    public static final int NAMED = -1;

    private SelectedArticles() {}

    /** The articles of each selection in its order, one selection after the other. */
    public static List<Found> found(List<Wanted> wanted, Instant now) {
        return found(wanted, Set.of(), now);
    }

    /**
     * As above, with the visible ones of some named articles in front.
     *
     * @param named ids of articles
     */
    public static List<Found> found(List<Wanted> wanted, Collection<UUID> named, Instant now) {
        List<Sql> parts = new ArrayList<>();
        for (Wanted each : wanted) {
            parts.add(each.selection().part(parts.size(), each.most(), now));
        }
        if (!named.isEmpty()) {
            parts.add(PublicArticles.select(NAMED + " as selection, a.id as article, a.published_at as dated", now)
                    .plus(" and a.id in ")
                    .plus(Sql.list(named)));
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Found> found =
                Sql.join(" union all ", parts).rows(row -> new Found(row.integer(), row.uuid(), row.instant()));
        found.sort(Comparator.comparingInt(Found::selection)
                .thenComparing((one, other) -> one.selection() == NAMED
                        ? one.article().compareTo(other.article())
                        : wanted.get(one.selection()).selection().comparator().compare(one, other)));
        return distinct(found, wanted);
    }

    /** Each article once, and up to the wanted number for each selection. */
    private static List<Found> distinct(List<Found> sorted, List<Wanted> wanted) {
        List<Found> distinct = new ArrayList<>();
        Found last = null;
        int count = 0;
        for (Found each : sorted) {
            boolean further = last != null && last.selection() == each.selection();
            if (last != null && further && last.article().equals(each.article())) {
                continue;
            }
            count = further ? count + 1 : 1;
            last = each;
            if (each.selection() == NAMED
                    || count <= wanted.get(each.selection()).most()) {
                distinct.add(each);
            }
        }
        return List.copyOf(distinct);
    }
}
