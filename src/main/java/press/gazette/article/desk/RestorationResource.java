package press.gazette.article.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import press.gazette.article.ArticleRef;
import press.gazette.desk.Desk;
import press.gazette.desk.LossReport;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Restores earlier revisions of articles. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/restoration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class RestorationResource {

    private final Desk desk;

    RestorationResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "restoreRevision",
            summary = "Go back to a revision",
            description = "Saves the content of an earlier revision as a new revision. The others stay.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how, @PathParam("ref") ArticleRef article, RestorationDraft draft) {
        return desk.on(article)
                .write(how, (story, edit) -> story.save(draft.of(story), LossReport.ofStoredContent(), edit))
                .shownAs(DeskArticle.written(how));
    }
}
