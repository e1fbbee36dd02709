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
import press.gazette.article.ArticleRef;
import press.gazette.article.desk.DeskArticle;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Hides published articles until a time. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/embargo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class EmbargoResource {

    private final Desk desk;

    EmbargoResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "embargoArticle",
            summary = "Embargo an article",
            description = "Hides the article from readers until a time or indefinitely, even "
                    + "if it is published before that. To readers it does not exist.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how, @PathParam("ref") ArticleRef article, EmbargoDraft draft) {
        return desk.on(article)
                .put(how, (story, edit) -> story.embargo(draft.end(), edit))
                .shownAs(DeskArticle.written(how));
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "liftEmbargo",
            summary = "Lift an embargo",
            description = "Readers see the article at once if it is published.")
    public RestResponse<DeskArticle> delete(@BeanParam WriteParameters how, @PathParam("ref") ArticleRef article) {
        return desk.on(article)
                .write(how, (story, edit) -> story.embargo(null, edit))
                .shownAs(DeskArticle.written(how));
    }
}
