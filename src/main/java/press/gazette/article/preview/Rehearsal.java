package press.gazette.article.preview;

import java.time.Instant;
import java.util.UUID;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.ReadingParameters;
import press.gazette.article.reading.WholeRow;
import press.gazette.delivery.Fields;
import press.gazette.desk.WriteTransaction;
import press.gazette.problem.Problem;
import press.gazette.response.Entitlement;

/**
 * The whole article that readers would get if its working draft were published now. It is made live and read with the statements
 * for readers, in a transaction that is rolled back: nothing else would be sure to look the same.
 */
record Rehearsal(Detail detail) {

    /** Reads the parameters and rejects bad ones, without the database. */
    static Rehearsal parse(ReadingParameters parameters) {
        return new Rehearsal(Detail.ofWhole(parameters));
    }

    Fields fields() {
        return detail.fields();
    }

    /** The preview of an article, which is locked meanwhile. */
    ArticleView of(UUID id, Instant now) {
        return WriteTransaction.rolledBack(() -> {
            Article article = ArticleRef.lock(id).orElseThrow(() -> Problem.notFound("article"));
            article.goLive();
            article.dates().rehearse(now);
            Article.flush();
            return Entitlement.WHOLE.read(
                    () -> ArticleView.of(WholeRow.of(id, detail, now).translated(detail, now), detail, now));
        });
    }
}
