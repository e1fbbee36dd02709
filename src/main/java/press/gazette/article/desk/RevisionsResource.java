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

import press.gazette.article.draft.Comparison;
import press.gazette.article.draft.Revision;
import press.gazette.article.draft.RevisionCard;
import press.gazette.article.draft.RevisionQuery;
import press.gazette.article.draft.RevisionView;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** Every save of an article, to be read and compared. */
@Path("/v1/desk/articles/{ref}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class RevisionsResource {

    private final Newsdesk newsdesk;
    private final Delivery delivery;

    RevisionsResource(Newsdesk newsdesk, Delivery delivery) {
        this.newsdesk = newsdesk;
        this.delivery = delivery;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listRevisions",
            summary = "List the revisions of an article",
            description = "Who saved what, the latest first. An article that came from an importer has none before its "
                    + "first save at the desk.")
    public RestResponse<Listing<RevisionCard>> list(
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RevisionQuery query = RevisionQuery.parse(ref, limit, cursor);
        return delivery.deskListing(
                query.address(), query.limit(), query.page(newsdesk.find(ref).id()));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getRevision",
            summary = "Read a revision",
            description = "One save with all that was saved.")
    public RestResponse<RevisionView> one(
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number) {
        return RestResponse.ok(RevisionView.of(find(ref, number)));
    }

    @GET
    @Path("{number}/comparison")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "compareRevisions",
            summary = "Compare two revisions",
            description = "The fields that differ, and the blocks that came and went.")
    public RestResponse<Comparison> compare(
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number,
            @Parameter(
                            description = "The number of the one to compare it with. Without it, the one before.",
                            example = "1")
                    @QueryParam("with")
                    @Nullable
                    String with) {
        return RestResponse.ok(Comparison.of(find(ref, number), with));
    }

    private Revision find(String ref, String number) {
        return Revision.numbered(newsdesk.find(ref).id(), number).orElseThrow(() -> Problem.notFound("revision"));
    }
}
