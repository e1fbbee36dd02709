package press.gazette.article.reading;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.PublicArticles;
import press.gazette.article.Status;
import press.gazette.article.Visibility;
import press.gazette.article.Withdrawal;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/** What a reader finds at an address: an article, the way to where it is now, or the word that it is gone. */
public final class ArticleAddress {

    public static final String OF_THE_API = "/v1/articles/";

    private ArticleAddress() {}

    /**
     * The article that a reader may read there.
     *
     * @param before what stands before the article in the path; a redirect keeps it
     * @param below what follows it, such as {@code /related}; a redirect keeps it
     * @throws Moved when the address is an old slug of it
     * @throws Problem {@code withdrawn}, or {@code not-found} in the same words for all that readers must not know of
     */
    public static WholeRow read(Ref ref, String before, String below, Showing showing, Instant now) {
        return PublicArticles.selectPictured(WholeRow.columns(showing), now)
                .plus(ref.id() == null ? " and a.slug = ?" : " and a.id = ?", address(ref))
                .first(row -> WholeRow.of(row, showing))
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
        if (ref.slug() == null) {
            return Optional.empty();
        }
        return Article.<Article>find("select a from Article a join a.aliases old where old = ?1", ref.slug())
                .firstResultOptional()
                .map(article -> elsewhere(article, before, below, now));
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
        return ref.id() == null ? "a.slug = :address" : "a.id = :address";
    }

    private static Object address(Ref ref) {
        return ref.id() == null ? Objects.requireNonNull(ref.slug()) : ref.id();
    }
}
