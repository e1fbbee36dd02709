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

/** Hides published articles from a time on. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/expiry")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ExpiryResource {

    private final Desk desk;

    ExpiryResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "expireArticle",
            summary = "Let an article expire",
            description = "Hides the article from readers from a time on. To readers it does not exist then.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how, @PathParam("ref") ArticleRef article, ExpiryDraft draft) {
        return desk.on(article)
                .put(how, (story, edit) -> story.expire(draft.at(), edit))
                .shownAs(DeskArticle.written(how));
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "keepArticle",
            summary = "Remove an expiry",
            description = "A published article stays visible, or becomes visible again.")
    public RestResponse<DeskArticle> delete(@BeanParam WriteParameters how, @PathParam("ref") ArticleRef article) {
        return desk.on(article)
                .write(how, (story, edit) -> story.expire(null, edit))
                .shownAs(DeskArticle.written(how));
    }
}
