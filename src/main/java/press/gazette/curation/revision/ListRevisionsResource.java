package press.gazette.curation.revision;

import java.time.Clock;

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
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListKey;
import press.gazette.curation.ListRevision;
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.paging.RevisionNumber;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** The revisions of a list, to read and compare. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists/{key}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListRevisionsResource {

    private final Delivery delivery;
    private final Clock clock;

    ListRevisionsResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listListRevisions",
            summary = "List the revisions of a list",
            description = "All revisions with their authors and last publications, the latest first.")
    public RestResponse<Listing<ListRevisionCard>> list(
            @PathParam("key") ListKey list,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ListRevisionQuery query = ListRevisionQuery.parse(list.text(), limit, cursor);
        return delivery.deskListing(
                query.address(), query.limit(), query.page(list.find().id()));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getListRevision",
            summary = "Read a revision of a list",
            description = "One revision with its content.")
    public RestResponse<ListRevisionView> one(
            @PathParam("key") ListKey list,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number) {
        return RestResponse.ok(ListRevisionView.of(find(list.find(), number), clock.instant()));
    }

    @GET
    @Path("{number}/comparison")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "compareListRevisions",
            summary = "Compare two revisions of a list",
            description = "The settings that differ, and the entries that were added, removed, changed or moved.")
    public RestResponse<ListComparison> compare(
            @PathParam("key") ListKey list,
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number,
            @Parameter(description = "The number of the former revision. Absent: the one before.", example = "1")
                    @QueryParam("with")
                    @Nullable
                    String with) {
        CuratedList found = list.find();
        ListRevision to = find(found, number);
        ListRevision from = with == null
                ? ListRevision.numbered(found.id(), to.number() - 1).orElse(to)
                : RevisionNumber.parse(with)
                        .flatMap(other -> ListRevision.numbered(found.id(), other))
                        .orElseThrow(() -> Problem.invalidParameter("with", "The list has no such revision."));
        return RestResponse.ok(ListComparison.between(from, to));
    }

    private static ListRevision find(CuratedList list, String number) {
        return RevisionNumber.parse(number)
                .flatMap(parsed -> ListRevision.numbered(list.id(), parsed))
                .orElseThrow(() -> Problem.notFound("revision"));
    }
}
