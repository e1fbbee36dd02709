package press.gazette.article.desk;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;

/** What every resource of the desk needs: who writes, when, and which article. */
@Singleton
public class Newsdesk {

    private final Callers callers;
    private final Clock clock;

    Newsdesk(Callers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    /** Who sent the request, as revisions and records name them. */
    String editor() {
        return callers.current().name();
    }

    Instant now() {
        return clock.instant();
    }

    /** The article of that id or current slug; refuses with {@code not-found}. */
    Article find(String ref) {
        return Article.atDesk(Ref.parse(ref, "article")).orElseThrow(() -> Problem.notFound("article"));
    }

    /** The same, kept from all other writers until the transaction ends, and in the hands of this caller. */
    Article locked(String ref) {
        Article article = Article.locked(find(ref).id()).orElseThrow(() -> Problem.notFound("article"));
        article.handTo(editor());
        return article;
    }
}
