package press.gazette.article.desk;

import java.time.Instant;

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

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.article.Status;
import press.gazette.desk.Desk;
import press.gazette.desk.Outcome;
import press.gazette.desk.WriteParameters;
import press.gazette.problem.Problem;
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
            description = "Adds a note to readers, at once and for good. It is a significant edit: updatedAt moves.")
    public RestResponse<DeskArticle> correct(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            CorrectionDraft draft) {
        return desk.put(how, () -> newsdesk.locked(ref), article -> correct(article, draft), DeskArticle::of);
    }

    private Outcome correct(Article article, CorrectionDraft draft) {
        if (article.life().status() != Status.PUBLISHED) {
            throw Problem.conflict("Only a published article can be corrected; edit it instead.");
        }
        Instant now = newsdesk.now();
        article.correct(new Correction(now, draft.kind(), draft.text()), now);
        return Outcome.CREATED;
    }
}
