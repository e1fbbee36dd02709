package press.gazette.article.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.ArticleRef;
import press.gazette.article.draft.Comparison;
import press.gazette.article.draft.Revision;
import press.gazette.article.draft.RevisionCard;
import press.gazette.article.draft.RevisionQuery;
import press.gazette.article.draft.RevisionView;
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** The revisions of an article, to read and compare. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class RevisionsResource {

    private final Delivery delivery;

    RevisionsResource(Delivery delivery) {
        this.delivery = delivery;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listRevisions",
            summary = "List the revisions of an article",
            description = "The saves of the article, the latest first. An imported "
                    + "article has no revisions before its first save at the desk.")
    public RestResponse<Listing<RevisionCard>> list(
            @PathParam("ref") ArticleRef article,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RevisionQuery query = RevisionQuery.parse(article.text(), limit, cursor);
        return delivery.deskListing(
                query.address(), query.limit(), query.page(article.find().id()));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Scope.READ)
    @Operation(operationId = "getRevision", summary = "Read a revision", description = "One revision with its content.")
    public RestResponse<RevisionView> one(
            @PathParam("ref") ArticleRef article,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number) {
        return RestResponse.ok(RevisionView.of(find(article, number)));
    }

    @GET
    @Path("{number}/comparison")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "compareRevisions",
            summary = "Compare two revisions",
            description = "The fields that differ, and the blocks that were added or removed.")
    public RestResponse<Comparison> compare(
            @PathParam("ref") ArticleRef article,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number,
            @Parameter(
                            description = "The number of the revision to compare with. Absent: the one before.",
                            example = "1")
                    @QueryParam("with")
                    @Nullable
                    String with) {
        return RestResponse.ok(Comparison.of(find(article, number), with));
    }

    private static Revision find(ArticleRef article, String number) {
        return Revision.numbered(article.find().id(), number).orElseThrow(() -> Problem.notFound("revision"));
    }
}
