package press.gazette.site.revision;

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
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.paging.RevisionNumber;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;
import press.gazette.site.SiteRevision;

/** The revisions of the site document, to read and compare. */
@Serves(Kind.DESK)
@Path("/v1/desk/site/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class SiteRevisionsResource {

    private final Delivery delivery;

    SiteRevisionsResource(Delivery delivery) {
        this.delivery = delivery;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listSiteRevisions",
            summary = "List the revisions of the site document",
            description = "All revisions with their authors and last publications, the latest first.")
    public RestResponse<Listing<SiteRevisionCard>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        SiteRevisionQuery query = SiteRevisionQuery.parse(limit, cursor);
        return delivery.deskListing(SiteRevisionQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getSiteRevision",
            summary = "Read a revision of the site document",
            description = "One revision with its content.")
    public RestResponse<SiteRevisionView> one(
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number) {
        return RestResponse.ok(SiteRevisionView.of(find(number)));
    }

    @GET
    @Path("{number}/comparison")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "compareSiteRevisions",
            summary = "Compare two revisions of the site document",
            description = "The members that differ.")
    public RestResponse<SiteComparison> compare(
            @Parameter(description = "The number of the revision.", example = "1") @PathParam("number") String number,
            @Parameter(description = "The number of the former revision. Absent: the one before.", example = "1")
                    @QueryParam("with")
                    @Nullable
                    String with) {
        SiteRevision to = find(number);
        SiteRevision from = with == null
                ? SiteRevision.numbered(to.number() - 1).orElse(to)
                : RevisionNumber.parse(with)
                        .flatMap(SiteRevision::numbered)
                        .orElseThrow(() -> Problem.invalidParameter("with", "The site document has no such revision."));
        return RestResponse.ok(SiteComparison.between(from, to));
    }

    private static SiteRevision find(String number) {
        return RevisionNumber.parse(number)
                .flatMap(SiteRevision::numbered)
                .orElseThrow(() -> Problem.notFound("revision"));
    }
}
