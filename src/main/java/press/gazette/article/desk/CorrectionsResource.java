package press.gazette.article.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

/** Notes to readers below articles. */
@Path("/v1/desk/articles/{ref}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class CorrectionsResource {

    private final Desk desk;
    private final Newsdesk newsdesk;

    CorrectionsResource(Desk desk, Newsdesk newsdesk) {
        this.desk = desk;
        this.newsdesk = newsdesk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "correctArticle",
            summary = "Correct an article",
            description =
                    "Adds a note to readers, at once and for good; an article has at most 100. It is a significant"
                            + " edit: updatedAt moves. With edit, the article is changed and published with it; then the working"
                            + " draft may have no other changes.")
    public RestResponse<DeskArticle> correct(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            CorrectionDraft draft) {
        return desk.put(how, newsdesk.locked(ref), newsdesk.corrected(draft), newsdesk.view(how));
    }
}
