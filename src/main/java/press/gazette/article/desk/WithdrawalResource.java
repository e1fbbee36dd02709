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

/** Takes articles away from every reader. */
@Path("/v1/desk/articles/{ref}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class WithdrawalResource {

    private final Desk desk;
    private final Newsdesk newsdesk;

    WithdrawalResource(Desk desk, Newsdesk newsdesk) {
        this.desk = desk;
        this.newsdesk = newsdesk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "withdrawArticle",
            summary = "Withdraw an article",
            description =
                    "Takes a published article away from every reader at once. Its address answers 410 with the class of reason from now on, and nothing public keeps its title. It can be published again.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            WithdrawalDraft draft) {
        return desk.put(how, newsdesk.locked(ref), newsdesk.put(draft::withdraw), newsdesk.view(how));
    }
}
