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

import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Hides published articles until a time. */
@Path("/v1/desk/articles/{ref}/embargo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class EmbargoResource {

    private final Desk desk;
    private final Newsdesk newsdesk;

    EmbargoResource(Desk desk, Newsdesk newsdesk) {
        this.desk = desk;
        this.newsdesk = newsdesk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "embargoArticle",
            summary = "Embargo an article",
            description =
                    "Hides the article from readers until a time or indefinitely, whether it is published before that or not. To readers it is as if it did not exist.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            EmbargoDraft draft) {
        return desk.put(how, newsdesk.locked(ref), newsdesk.put(draft::embargo), newsdesk.view(how));
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "liftEmbargo",
            summary = "Lift an embargo",
            description = "Readers see the article at once if it is published.")
    public RestResponse<DeskArticle> delete(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref) {
        return desk.change(
                how,
                newsdesk.locked(ref),
                newsdesk.moved((article, now) -> article.embargo(null, now)),
                newsdesk.view(how));
    }
}
