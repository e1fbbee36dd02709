package press.gazette.article.batch;

import static press.gazette.desk.WriteParameters.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.article.publication.PictureRules;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;

/** Publishes the working draft. */
@Schema(description = "Publishes an article. Needs the scope desk:publish.")
public record PublishOperation(
        @Schema(description = "Its id or slug.", example = "gas-contract-averil")
        String ref,

        @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
        String ifMatch,

        @Schema(description = "The options of the publication.")
        PublicationDraft publication)
        implements Operation {

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public String content() {
        return "publication";
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.on(new ArticleRef(ref))
                .put(
                        matching(ifMatch),
                        (story, edit) -> PictureRules.kept(story).publish(publication, edit));
    }
}
