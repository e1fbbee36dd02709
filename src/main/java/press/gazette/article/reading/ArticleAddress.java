package press.gazette.article.reading;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.PublicArticles;
import press.gazette.article.Status;
import press.gazette.article.Visibility;
import press.gazette.article.Withdrawal;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/** The response to an address of an article: the article, a redirect to its current slug, or its withdrawal. */
public final class ArticleAddress {

    public static final String OF_THE_API = "/v1/articles/";

    private ArticleAddress() {}

    /**
     * The public article at the address.
     *
     * @param before the path before the slug, which a redirect repeats
     * @param below the path after the slug, such as {@code /related}, which a redirect repeats
     * @throws Moved if the address is a former slug
     * @throws Problem {@code withdrawn}, or {@code not-found} with the same words for hidden and for unknown articles
     */
    public static WholeRow read(Ref ref, String before, String below, Detail detail, Instant now) {
        return PublicArticles.selectPictured(WholeRow.columns(detail), now)
                .plus(ref instanceof Id ? " and a.id = ?" : " and a.slug = ?", address(ref))
                .first(row -> WholeRow.of(row, detail))
                .orElseThrow(() -> notThere(ref, before, below, now));
    }

    private static RuntimeException notThere(Ref ref, String before, String below, Instant now) {
        return Article.<Article>find(
                        "from Article a where %s and a.life.status = WITHDRAWN and a.life.revealedAt is not null"
                                .formatted(is(ref)),
                        Map.of("address", address(ref)))
                .firstResultOptional()
                .map(ArticleAddress::withdrawn)
                .or(() -> formerly(ref, before, below, now))
                .orElseGet(ArticleAddress::unknown);
    }

    private static Optional<RuntimeException> formerly(Ref ref, String before, String below, Instant now) {
        return ref.either(
                id -> Optional.empty(),
                slug -> ArticleRef.formerly(slug).map(article -> elsewhere(article, before, below, now)));
    }

    private static RuntimeException elsewhere(Article article, String before, String below, Instant now) {
        if (article.life().status() == Status.WITHDRAWN && article.life().wasRevealed()) {
            return withdrawn(article);
        }
        return Visibility.includes(article, now) ? new Moved(before + article.slug() + below) : unknown();
    }

    private static RuntimeException withdrawn(Article article) {
        Withdrawal withdrawal = article.life().withdrawal();
        return withdrawal == null
                ? unknown()
                : Problem.withdrawn(withdrawal.reason().word());
    }

    private static RuntimeException unknown() {
        return Problem.notFound("article");
    }

    private static String is(Ref ref) {
        return ref instanceof Id ? "a.id = :address" : "a.text.slug = :address";
    }

    private static Object address(Ref ref) {
        return ref.either(id -> id, slug -> slug);
    }
}
