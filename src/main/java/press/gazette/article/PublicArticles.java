package press.gazette.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.Rights;

/** The one way to begin a query for readers: it finds what they may see, with pictures that they may see. */
public final class PublicArticles {

    private static final Sql ARTICLES = Sql.of("article a");

    private PublicArticles() {}

    /** The beginning of a query on articles {@code a}, up to a condition that more can be added to. */
    public static Sql select(String columns, Instant now) {
        return select(columns, ARTICLES, now);
    }

    /** The same with the pictures of the articles as {@code i}, for {@link Rights#COLUMNS}. */
    public static Sql selectPictured(String columns, Instant now) {
        return select(columns, ARTICLES.plus(Rights.join(now)), now);
    }

    /**
     * Those of certain articles that readers may see, with their pictures; of none, without a statement.
     *
     * @param reader takes the columns of a row
     */
    public static <T> List<T> pictured(Collection<UUID> ids, String columns, Function<Row, T> reader, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : selectPictured(columns, now)
                        .plus(" and a.id in ")
                        .plus(Sql.list(ids))
                        .rows(reader);
    }

    /**
     * The same from further tables.
     *
     * @param tables all that the query reads from, with the articles as {@code a}
     */
    public static Sql select(String columns, Sql tables, Instant now) {
        return Sql.of("select " + columns + " from ")
                .plus(tables)
                .plus(" where ")
                .plus(Visibility.at(now));
    }
}
