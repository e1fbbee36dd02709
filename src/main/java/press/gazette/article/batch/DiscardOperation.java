package press.gazette.article.batch;

import static press.gazette.desk.WriteParameters.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;

/** Removes a draft that readers have never seen. */
@Schema(description = "Discards a draft.")
public record DiscardOperation(
        @Schema(description = "Its id or slug.", example = "gas-contract-averil")
        String ref,

        @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
        String ifMatch)
        implements Operation {

    @Override
    public boolean publishes() {
        return false;
    }

    @Override
    public @Nullable String content() {
        return null;
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.on(new ArticleRef(ref)).remove(matching(ifMatch), (story, edit) -> story.discard());
    }
}
