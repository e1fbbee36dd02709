package press.gazette.article.batch;

import static press.gazette.desk.WriteParameters.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;

/** Takes the article back to the desk. */
@Schema(description = "Unpublishes an article. Needs the scope desk:publish.")
public record UnpublishOperation(
        @Schema(description = "Its id or slug.", example = "gas-contract-averil")
        String ref,

        @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
        String ifMatch)
        implements Operation {

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public @Nullable String content() {
        return null;
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.on(new ArticleRef(ref)).write(matching(ifMatch), Article::unpublish);
    }
}
