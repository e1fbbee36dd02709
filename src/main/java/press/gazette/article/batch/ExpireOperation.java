package press.gazette.article.batch;

import static press.gazette.desk.WriteParameters.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.publication.ExpiryDraft;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;

/** Hides the article from readers from a time on. */
@Schema(description = "Lets an article expire. Needs the scope desk:publish.")
public record ExpireOperation(
        @Schema(description = "Its id or slug.", example = "gas-contract-averil")
        String ref,

        @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
        String ifMatch,

        @Schema(description = "The time of the expiry.") ExpiryDraft expiry)
        implements Operation {

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public String content() {
        return "expiry";
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.on(new ArticleRef(ref)).put(matching(ifMatch), (story, edit) -> story.expire(expiry.at(), edit));
    }
}
