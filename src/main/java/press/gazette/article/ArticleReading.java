package press.gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.problem.Problem;

/**
 * One article as a reader asked for it.
 *
 * @param formats those in which the body is wanted
 * @param withRelated whether the related articles come with it
 */
record ArticleReading(Ref ref, Set<BodyFormat> formats, boolean withRelated) {

    private static final String RELATED = "related";

    /** Reads the parameters; refuses before anything is asked of the database. */
    static ArticleReading parse(String ref, @Nullable String body, @Nullable String include) {
        if (include != null && !include.equals(RELATED)) {
            throw Problem.invalidParameter("include", "The only thing to include is \"" + RELATED + "\".");
        }
        return new ArticleReading(Ref.parse(ref, "article"), BodyFormat.parse(body), include != null);
    }

    /** The article, its labels and, where wanted, the cards of its related articles: one statement each. */
    ArticleView read(Instant now) {
        Article article = ArticleAddress.read(ref, now);
        List<CardRow> related = withRelated ? related(article.id(), now) : List.of();
        List<UUID> all = new ArrayList<>(List.of(article.id()));
        related.forEach(row -> all.add(row.id()));
        Map<UUID, Labels> labels = Labels.of(all);
        return ArticleView.of(
                article,
                ArticleCard.of(row(article), Labels.in(labels, article.id())),
                BodyView.of(article.body(), formats),
                withRelated
                        ? related.stream()
                                .map(row -> ArticleCard.of(row, Labels.in(labels, row.id())))
                                .toList()
                        : null);
    }

    private static List<CardRow> related(UUID id, Instant now) {
        return Panache.getSession(Article.class)
                .createSelectionQuery("""
                        select %s from Article origin join origin.related a left join a.image i
                        where origin.id = :origin and %s
                        order by index(a)""".formatted(CardRow.COLUMNS, Visibility.PUBLIC), CardRow.class)
                .setParameter("origin", id)
                .setParameter("now", now)
                .getResultList();
    }

    private static CardRow row(Article article) {
        return new CardRow(
                article.id(),
                article.slug(),
                article.type(),
                article.language(),
                article.title(),
                article.kicker(),
                article.standfirst(),
                article.byline(),
                article.image(),
                Objects.requireNonNull(article.dates().firstPublishedAt()),
                Objects.requireNonNull(article.dates().publishedAt()),
                Objects.requireNonNull(article.dates().updatedAt()),
                article.dates().modifiedAt(),
                article.wordCount());
    }
}
