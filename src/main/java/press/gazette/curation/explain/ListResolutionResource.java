package press.gazette.curation.explain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import press.gazette.curation.resolver.ListResolver;
import press.gazette.curation.resolver.ResolvableRevision;
import press.gazette.paging.RevisionNumber;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** The items of a list at any time, with the reasons. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists/{key}/resolution")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListResolutionResource {

    private final Clock clock;

    ListResolutionResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "resolveList",
            summary = "See what a list shows, and why",
            description =
                    "The items of the list by itself at any time: of the revision that is live then by the present "
                            + "plan, or of any other. With explain, also the dropped candidates and the reasons.")
    public RestResponse<ResolutionView> one(
            @PathParam("key") ListKey list,
            @BeanParam ResolutionParameters parameters,
            @Parameter(
                            description =
                                    "The number of a revision, or draft for the latest. Absent: the revision that is live then.",
                            example = "draft")
                    @QueryParam("revision")
                    @Nullable
                    String revision) {
        Instant at = parameters.at(clock.instant());
        boolean explained = parameters.isExplained();
        ResolvableRevision resolvable = resolvable(list.find(), revision, at);
        return RestResponse.ok(
                ResolutionView.of(List.of(ListResolver.revision(resolvable, at, explained)), at, explained)
                        .get(0));
    }

    private ResolvableRevision resolvable(CuratedList list, @Nullable String wanted, Instant at) {
        int number = wanted == null
                ? list.liveAt(at, clock.instant()).orElseThrow(() -> Problem.notFound("live revision"))
                : wanted.equals("draft")
                        ? list.latestRevision()
                        : RevisionNumber.parse(wanted).orElseThrow(ListResolutionResource::refused);
        ListRevision revision = ListRevision.numbered(list.id(), number).orElseThrow(ListResolutionResource::refused);
        return new ResolvableRevision(list.id(), list.key(), number, revision.savedAt(), revision.content());
    }

    private static Problem refused() {
        return Problem.invalidParameter(
                "revision", "The revision must be draft or the number of a revision of the list.");
    }
}
