package press.gazette.article.batch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.desk.DeskArticlesResource;
import press.gazette.article.draft.NewArticle;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;
import press.gazette.desk.WriteParameters;

/** Begins a draft. */
@Schema(description = "Writes an article.")
public record CreateOperation(
        @Schema(description = "The new draft.") NewArticle article) implements Operation {

    @Override
    public boolean publishes() {
        return false;
    }

    @Override
    public String content() {
        return "article";
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.create(
                WriteParameters.NONE, DeskArticlesResource.ARTICLES, edit -> Article.begin(article, losses, edit));
    }
}
