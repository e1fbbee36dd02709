package press.gazette.article.desk;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.article.Article;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Has articles published by themselves. */
@Path("/v1/desk/articles/{ref}/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ScheduleResource {

    private final Desk desk;
    private final Newsdesk newsdesk;

    ScheduleResource(Desk desk, Newsdesk newsdesk) {
        this.desk = desk;
        this.newsdesk = newsdesk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "scheduleArticle",
            summary = "Schedule an article",
            description =
                    "Has the article published at a time, on whichever node is up then; never early. A later edit of the draft is published with it.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            ScheduleDraft draft) {
        return desk.put(how, newsdesk.locked(ref), newsdesk.put(draft::schedule), newsdesk::checked);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unscheduleArticle",
            summary = "Take an article off the schedule",
            description = "It is a draft again.")
    public RestResponse<DeskArticle> delete(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref) {
        return desk.change(how, newsdesk.locked(ref), newsdesk.moved(Article::unschedule), newsdesk.view(how));
    }
}
