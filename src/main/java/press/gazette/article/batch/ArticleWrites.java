package press.gazette.article.batch;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.article.Article;
import press.gazette.article.desk.DeskArticle;
import press.gazette.article.desk.Newsdesk;
import press.gazette.article.draft.Revision;
import press.gazette.desk.Desk;
import press.gazette.desk.Write;
import press.gazette.security.Callers;
import press.gazette.security.Scope;

/** What each operation is as a write; what publishes needs the scope that the articles' own addresses ask for. */
@Singleton
class ArticleWrites {

    private final Desk desk;
    private final Newsdesk newsdesk;
    private final Callers callers;

    ArticleWrites(Desk desk, Newsdesk newsdesk, Callers callers) {
        this.desk = desk;
        this.newsdesk = newsdesk;
        this.callers = callers;
    }

    /** Locks all articles that the operations change, in the order of their ids. */
    void lock(List<Operation> operations) {
        newsdesk.lock(operations.stream()
                .flatMap(operation -> Stream.ofNullable(operation.ref()))
                .toList());
    }

    Write create(Operation.Create create) {
        return desk.creating(
                newsdesk.begun(create.article()), DeskArticle::of, article -> "/v1/desk/articles/" + article.id());
    }

    Write edit(Operation.Edit edit) {
        return desk.changing(
                List.of(edit.ifMatch()),
                newsdesk.locked(edit.ref()),
                newsdesk.saved(article -> edit.patch().applyTo(Revision.working(article))),
                DeskArticle::of);
    }

    Write discard(Operation.Discard discard) {
        return desk.removing(List.of(discard.ifMatch()), newsdesk.locked(discard.ref()), Revision::discard);
    }

    Write publish(Operation.Publish publish) {
        callers.require(Scope.PUBLISH);
        return desk.putting(
                List.of(publish.ifMatch()),
                newsdesk.locked(publish.ref()),
                newsdesk.put(publish.publication()::publish),
                newsdesk::checked);
    }

    Write unpublish(Operation.Unpublish unpublish) {
        callers.require(Scope.PUBLISH);
        return desk.changing(
                List.of(unpublish.ifMatch()),
                newsdesk.locked(unpublish.ref()),
                newsdesk.moved(Article::unpublish),
                DeskArticle::of);
    }

    Write withdraw(Operation.Withdraw withdraw) {
        callers.require(Scope.PUBLISH);
        return desk.putting(
                List.of(withdraw.ifMatch()),
                newsdesk.locked(withdraw.ref()),
                newsdesk.put(withdraw.withdrawal()::withdraw),
                DeskArticle::of);
    }

    Write correct(Operation.Correct correct) {
        callers.require(Scope.PUBLISH);
        return desk.putting(
                List.of(correct.ifMatch()),
                newsdesk.locked(correct.ref()),
                newsdesk.corrected(correct.correction()),
                DeskArticle::of);
    }

    Write schedule(Operation.Schedule schedule) {
        callers.require(Scope.PUBLISH);
        return desk.putting(
                List.of(schedule.ifMatch()),
                newsdesk.locked(schedule.ref()),
                newsdesk.put(schedule.schedule()::schedule),
                newsdesk::checked);
    }

    Write embargo(Operation.Embargo embargo) {
        callers.require(Scope.PUBLISH);
        return desk.putting(
                List.of(embargo.ifMatch()),
                newsdesk.locked(embargo.ref()),
                newsdesk.put(embargo.embargo()::embargo),
                DeskArticle::of);
    }

    Write expire(Operation.Expire expire) {
        callers.require(Scope.PUBLISH);
        return desk.putting(
                List.of(expire.ifMatch()),
                newsdesk.locked(expire.ref()),
                newsdesk.put(expire.expiry()::expire),
                DeskArticle::of);
    }
}
