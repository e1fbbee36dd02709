package press.gazette.article.preview;

import java.time.Instant;
import java.util.UUID;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.ReadingParameters;
import press.gazette.article.reading.Showing;
import press.gazette.article.reading.WholeRow;
import press.gazette.delivery.Fields;
import press.gazette.desk.Committing;
import press.gazette.problem.Problem;

/**
 * What readers would see if an article were published now. It is made live and read by the very statements that answer
 * readers, in a transaction that is rolled back: nothing else could be trusted to look the same.
 */
record Rehearsal(Showing showing) {

    /** Reads the parameters; refuses before anything is asked of the database. */
    static Rehearsal parse(ReadingParameters parameters) {
        return new Rehearsal(Showing.ofWhole(parameters));
    }

    Fields fields() {
        return showing.fields();
    }

    /** The article, which nobody else changes meanwhile. */
    ArticleView of(UUID id, Instant now) {
        return Committing.undone(() -> {
            Article article = Article.locked(id).orElseThrow(() -> Problem.notFound("article"));
            Revision.goLive(article);
            article.dates().rehearse(now);
            Article.flush();
            return ArticleView.of(WholeRow.of(id, showing, now), showing, now);
        });
    }
}
