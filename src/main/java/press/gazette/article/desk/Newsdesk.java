package press.gazette.article.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.Revision;
import press.gazette.desk.Outcome;
import press.gazette.desk.WriteParameters;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;
import press.gazette.tag.VocabularyLock;

/**
 * Articles for the desk: found by what stands in the path, in the hands of who sent the request, moved at the time of the
 * transaction.
 */
@Singleton
public class Newsdesk {

    private final Callers callers;
    private final Clock clock;

    Newsdesk(Callers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    /** The article of that id or current slug; refuses with {@code not-found}. */
    Article find(String ref) {
        return Article.atDesk(Ref.parse(ref, "article")).orElseThrow(() -> Problem.notFound("article"));
    }

    /** The same, kept from all other writers until the transaction ends, and in the hands of this caller. */
    public Supplier<Article> locked(String ref) {
        return () -> {
            VocabularyLock.share();
            Article article = id(Ref.parse(ref, "article"))
                    .flatMap(Article::locked)
                    .orElseThrow(() -> Problem.notFound("article"));
            article.handTo(editor());
            return article;
        };
    }

    /** Locks articles in the order of their ids, so that two transactions with the same articles do not wait for each other. */
    public void lock(List<String> refs) {
        VocabularyLock.share();
        refs.stream()
                .flatMap(ref -> Ref.of(ref).flatMap(Newsdesk::id).stream())
                .distinct()
                .sorted()
                .forEach(Article::locked);
    }

    public Supplier<Article> begun(ArticleDraft draft) {
        return () -> {
            VocabularyLock.share();
            return Revision.begin(draft, editor(), clock.instant());
        };
    }

    /** The article as a client sees it that has changed it: with what may be a mistake where that was all it wanted. */
    Function<Article, DeskArticle> view(WriteParameters how) {
        return how.isDryRun() ? this::checked : DeskArticle::of;
    }

    /** The article with what may be a mistake in it. */
    public DeskArticle checked(Article article) {
        return DeskArticle.checked(article, clock.instant());
    }

    /** Saves what becomes of the working draft. */
    public Consumer<Article> saved(Function<Article, ArticleDraft> draft) {
        return article -> Revision.save(article, draft.apply(article), editor(), clock.instant());
    }

    /** Makes a move of the article's life. */
    public Consumer<Article> moved(BiConsumer<Article, Instant> move) {
        return article -> move.accept(article, caughtUp(article));
    }

    /** Makes a move that puts something on the article. */
    public Function<Article, Outcome> put(BiFunction<Article, Instant, Outcome> move) {
        return article -> move.apply(article, caughtUp(article));
    }

    /** Puts a correction on the article. */
    public Function<Article, Outcome> corrected(CorrectionDraft draft) {
        return put((article, now) -> draft.correct(article, editor(), now));
    }

    /** Not the article itself: it is read under its lock and not before. */
    private static Optional<UUID> id(Ref ref) {
        return ref.id() != null
                ? Optional.of(ref.id())
                : Article.find("select id from Article where slug = ?1", ref.slug())
                        .project(UUID.class)
                        .firstResultOptional();
    }

    /** The time of the move, by which the clock's own changes have been told. */
    private Instant caughtUp(Article article) {
        Instant now = clock.instant();
        article.catchUp(now);
        return now;
    }

    private String editor() {
        return callers.current().name();
    }
}
