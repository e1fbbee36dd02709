package press.gazette.article.publication;

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
import press.gazette.article.desk.DeskArticle;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Withdraws articles from every reader. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class WithdrawalResource {

    private final Desk desk;

    WithdrawalResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "withdrawArticle",
            summary = "Withdraw an article",
            description = "Takes a published article from every reader at once. Its address responds with 410 and the "
                    + "class of reason, and no public response has its title. It can be published again.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how, @PathParam("ref") ArticleRef article, WithdrawalDraft draft) {
        return desk.on(article)
                .put(how, (story, edit) -> story.withdraw(draft.reason(), draft.note(), edit))
                .shownAs(DeskArticle.written(how));
    }
}
