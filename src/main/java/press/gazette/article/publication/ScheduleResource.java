package press.gazette.article.publication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.desk.DeskArticle;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Schedules publications. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ScheduleResource {

    private final Desk desk;

    ScheduleResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "scheduleArticle",
            summary = "Schedule an article",
            description = "Publishes the article at a time, never early, on any node that "
                    + "is up. Edits made before that time are published with it.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how, @PathParam("ref") ArticleRef article, ScheduleDraft draft) {
        return desk.on(article)
                .put(how, (story, edit) -> PictureRules.kept(story).schedule(draft.due(edit.at()), edit))
                .shownAs(DeskArticle::checked);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unscheduleArticle",
            summary = "Take an article off the schedule",
            description = "The article is a draft again.")
    public RestResponse<DeskArticle> delete(@BeanParam WriteParameters how, @PathParam("ref") ArticleRef article) {
        return desk.on(article).write(how, Article::unschedule).shownAs(DeskArticle.written(how));
    }
}
