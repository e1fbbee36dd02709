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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Takes articles back to what they were. */
@Path("/v1/desk/articles/{ref}/restoration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class RestorationResource {

    private final Desk desk;
    private final Newsdesk newsdesk;

    RestorationResource(Desk desk, Newsdesk newsdesk) {
        this.desk = desk;
        this.newsdesk = newsdesk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "restoreRevision",
            summary = "Go back to a revision",
            description = "Saves what an earlier revision holds as a new one. Nothing is lost: the others stay.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            RestorationDraft draft) {
        return desk.change(how, newsdesk.locked(ref), newsdesk.saved(draft::of), newsdesk.view(how));
    }
}
