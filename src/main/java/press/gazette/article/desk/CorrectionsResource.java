package press.gazette.article.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.ArticleRef;
import press.gazette.desk.Desk;
import press.gazette.desk.LossReport;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Notes to readers below articles. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class CorrectionsResource {

    private final Desk desk;

    CorrectionsResource(Desk desk) {
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "correctArticle",
            summary = "Correct an article",
            description = "Adds a note to readers at once; it cannot be removed. An article has at most 100. A "
                    + "correction is a significant edit: updatedAt moves. With edit, the article is changed and "
                    + "published together with the note; the working draft must then have no other changes. The "
                    + "response names in losses what the body of the edit could not hold.")
    public RestResponse<DeskArticle> correct(
            @BeanParam WriteParameters how,
            @PathParam("ref") ArticleRef article,
            @QueryParam("strict") @Nullable String strict,
            CorrectionDraft draft) {
        LossReport losses = LossReport.parse(strict);
        return desk.on(article)
                .add(how, (story, edit) -> draft.correct(story, losses, edit))
                .shownAs(DeskArticle.written(how, losses));
    }
}
