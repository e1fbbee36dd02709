package press.gazette.curation.revision;

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

import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.desk.FrontDesk;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** Every save of a list, to be read and compared. */
@Path("/v1/desk/lists/{key}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListRevisionsResource {

    private final FrontDesk front;
    private final Delivery delivery;

    ListRevisionsResource(FrontDesk front, Delivery delivery) {
        this.front = front;
        this.delivery = delivery;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listListRevisions",
            summary = "List the revisions of a list",
            description = "Who saved and who published what, the latest first.")
    public RestResponse<Listing<ListRevisionCard>> list(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ListRevisionQuery query = ListRevisionQuery.parse(key, limit, cursor);
        return delivery.deskListing(
                query.address(), query.limit(), query.page(front.find(key).id()));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getListRevision",
            summary = "Read a revision of a list",
            description = "One save with all that was saved.")
    public RestResponse<ListRevisionView> one(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number) {
        return RestResponse.ok(ListRevisionView.of(find(front.find(key), number), front.now()));
    }

    @GET
    @Path("{number}/comparison")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "compareListRevisions",
            summary = "Compare two revisions of a list",
            description = "The settings that differ, and the entries that came, went, changed and moved.")
    public RestResponse<ListComparison> compare(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number,
            @Parameter(
                            description = "The number of the one to compare it with. Without it, the one before.",
                            example = "1")
                    @QueryParam("with")
                    @Nullable
                    String with) {
        CuratedList list = front.find(key);
        ListRevision to = find(list, number);
        ListRevision from = with == null
                ? ListRevision.numbered(list.id(), to.number() - 1).orElse(to)
                : ListRevisionQuery.number(with)
                        .flatMap(other -> ListRevision.numbered(list.id(), other))
                        .orElseThrow(() -> Problem.invalidParameter("with", "The list has no such revision."));
        return RestResponse.ok(ListComparison.between(from, to));
    }

    private static ListRevision find(CuratedList list, String number) {
        return ListRevisionQuery.number(number)
                .flatMap(parsed -> ListRevision.numbered(list.id(), parsed))
                .orElseThrow(() -> Problem.notFound("revision"));
    }
}
