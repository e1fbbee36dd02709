package press.gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import press.gazette.article.draft.ArticleType;
import press.gazette.article.translation.TranslationRow;
import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.Rights;

/**
 * The beginning of every query for readers: visible articles only, with visible pictures. Listings, feeds and lists begin with
 * {@link #select}, which leaves out articles of the type page; reads of single articles begin with {@link #selectAny}.
 */
public final class PublicArticles {

    /** The rule for articles {@code a} of listings, feeds and lists: {@link ArticleType#isListed} as SQL. */
    public static final String LISTED = "a.type <> '" + ArticleType.PAGE.word + "'";

    /** The column of the body as everybody may read it: without the rest of an article that is not free. */
    public static final String BODY = "coalesce(a.public_body, a.body)";

    private static final Sql ARTICLES = Sql.of("article a");
    private static final Sql TRANSLATIONS = Sql.of("translation t join article a on a.id = t.article");

    private PublicArticles() {}

    /**
     * The SQL join of the article of another row, as {@code a}; null if readers do not see it. Those of the type page are
     * included.
     *
     * @param id an expression of its id
     */
    public static Sql join(String id, Instant now) {
        return Sql.of(" left join article a on a.id = " + id + " and ").plus(Visibility.at(now));
    }

    /** A query on the articles {@code a} of listings, to which further conditions can be added. */
    public static Sql select(String columns, Instant now) {
        return select(columns, ARTICLES, now);
    }

    /**
     * As above, from these tables.
     *
     * @param tables of the query, with the articles as {@code a}
     */
    public static Sql select(String columns, Sql tables, Instant now) {
        return selectAny(columns, tables, now).plus(" and " + LISTED);
    }

    /** A query on all articles {@code a}, those of the type page too. */
    public static Sql selectAny(String columns, Instant now) {
        return selectAny(columns, ARTICLES, now);
    }

    /** As above, from these tables. */
    public static Sql selectAny(String columns, Sql tables, Instant now) {
        return Sql.of("select " + columns + " from ")
                .plus(tables)
                .plus(" where ")
                .plus(Visibility.at(now));
    }

    /** All articles with their pictures as {@code i}, for {@link Rights#COLUMNS}. */
    public static Sql selectPictured(String columns, Instant now) {
        return selectAny(columns, ARTICLES.plus(Rights.join(now)), now);
    }

    /**
     * The visible ones of these articles with their pictures; without ids, no statement is sent.
     *
     * @param reader reads the columns of a row
     */
    public static <T> List<T> pictured(Collection<UUID> ids, String columns, Function<Row, T> reader, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : selectPictured(columns, now)
                        .plus(" and a.id in ")
                        .plus(Sql.list(ids))
                        .rows(reader);
    }

    /** A visible translation as the ledger records it. */
    record Shown(UUID id, String slug, int version, List<UUID> tags) {

        Change updated(Instant now) {
            List<Subject> touched = new ArrayList<>(List.of(Subject.ARTICLES));
            tags.forEach(tag -> touched.add(Subject.tag(tag)));
            return Change.of(Change.Kind.UPDATED, Subject.article(id), touched, now)
                    .shownAs(slug, version);
        }
    }

    /** The visible translations of the originals, and these themselves, as the running transaction has left them. */
    static List<Shown> shownTranslations(Collection<UUID> originals, Instant now) {
        // An import holds changes back from queries: one of them may be that a translation is not visible any more.
        Article.flush();
        return translations(
                        "a.id, a.slug, coalesce(a.public_version, a.version),"
                                + " (select array_agg(g.tag_id) from tagging g where g.article_id = a.id)",
                        originals,
                        now)
                .rows(row -> new Shown(row.uuid(), row.text(), row.integer(), row.uuids()));
    }

    /** The visible translations of the originals, and these themselves, by language; no originals cost no statement. */
    public static Map<UUID, List<TranslationRow>> translations(Collection<UUID> originals, Instant now) {
        return originals.isEmpty()
                ? Map.of()
                : translations(TranslationRow.COLUMNS, originals, now)
                        .plus(" order by a.language, a.id")
                        .rows(TranslationRow::of)
                        .stream()
                        .collect(Collectors.groupingBy(TranslationRow::original));
    }

    private static Sql translations(String columns, Collection<UUID> originals, Instant now) {
        return selectAny(columns, TRANSLATIONS, now)
                .plus(" and t.original = any(?)", (Object) originals.toArray(UUID[]::new));
    }
}
