package press.gazette.article.batch;

import static press.gazette.desk.WriteParameters.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.publication.PictureRules;
import press.gazette.article.publication.ScheduleDraft;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;

/** Has the working draft published by itself at a later time. */
@Schema(description = "Schedules an article. Needs the scope desk:publish.")
public record ScheduleOperation(
        @Schema(description = "Its id or slug.", example = "gas-contract-averil")
        String ref,

        @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
        String ifMatch,

        @Schema(description = "The time of the publication.")
        ScheduleDraft schedule)
        implements Operation {

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public String content() {
        return "schedule";
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.on(new ArticleRef(ref))
                .put(
                        matching(ifMatch),
                        (story, edit) -> PictureRules.kept(story).schedule(schedule.due(edit.at()), edit));
    }
}
