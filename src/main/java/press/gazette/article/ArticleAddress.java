package press.gazette.article;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import press.gazette.address.Ref;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/** What a reader finds at an address: an article, the way to where it is now, or the word that it is gone. */
final class ArticleAddress {

    private ArticleAddress() {}

    /**
     * The article that a reader may read there.
     *
     * @throws Moved when the address is an old slug of it
     * @throws Problem {@code withdrawn}, or {@code not-found} in the same words for all that readers must not know of
     */
    static Article read(Ref ref, Instant now) {
        Optional<Article> visible = Article.find(
                        "from Article a left join fetch a.image where %s and %s".formatted(is(ref), Visibility.PUBLIC),
                        Map.of("address", address(ref), "now", now))
                .firstResultOptional();
        return visible.orElseThrow(() -> notThere(ref, now));
    }

    private static RuntimeException notThere(Ref ref, Instant now) {
        return Article.<Article>find(
                        "from Article a where %s and a.status = WITHDRAWN".formatted(is(ref)),
                        Map.of("address", address(ref)))
                .firstResultOptional()
                .map(ArticleAddress::withdrawn)
                .or(() -> formerly(ref, now))
                .orElseGet(ArticleAddress::unknown);
    }

    private static Optional<RuntimeException> formerly(Ref ref, Instant now) {
        if (ref.slug() == null) {
            return Optional.empty();
        }
        return Article.<Article>find("select a from Article a join a.aliases old where old = ?1", ref.slug())
                .firstResultOptional()
                .map(article -> elsewhere(article, now));
    }

    private static RuntimeException elsewhere(Article article, Instant now) {
        if (article.status() == Status.WITHDRAWN) {
            return withdrawn(article);
        }
        return Visibility.includes(article, now) ? new Moved("/v1/articles/" + article.slug()) : unknown();
    }

    private static RuntimeException withdrawn(Article article) {
        Withdrawal withdrawal = article.withdrawal();
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
