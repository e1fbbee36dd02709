package press.gazette.curation.explain;

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

import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.desk.FrontDesk;
import press.gazette.curation.reading.Edition;
import press.gazette.curation.reading.ListReading;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** What a list shows, did or will show, and why. */
@Path("/v1/desk/lists/{key}/resolution")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListResolutionResource {

    private final FrontDesk front;

    ListResolutionResource(FrontDesk front) {
        this.front = front;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "resolveList",
            summary = "See what a list shows, and why",
            description =
                    "The list by itself, at any time: the revision that is live then by today's schedule, or any other. "
                            + "With explain, every candidate that was dropped and the reason.")
    public RestResponse<ResolutionView> one(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @BeanParam ResolutionParameters parameters,
            @Parameter(
                            description =
                                    "The number of a revision, or draft for the latest. Without it, the one that is live then.",
                            example = "draft")
                    @QueryParam("revision")
                    @Nullable
                    String revision) {
        Instant at = parameters.at(front.now());
        boolean explained = parameters.isExplained();
        Edition edition = edition(front.find(key), revision, at);
        return RestResponse.ok(ResolutionView.of(List.of(ListReading.edition(edition, at, explained)), at, explained)
                .get(0));
    }

    private Edition edition(CuratedList list, @Nullable String wanted, Instant at) {
        int number = wanted == null
                ? list.liveAt(at, front.now()).orElseThrow(() -> Problem.notFound("live revision"))
                : wanted.equals("draft") ? list.latestRevision() : number(wanted);
        ListRevision revision = ListRevision.numbered(list.id(), number).orElseThrow(ListResolutionResource::refused);
        return new Edition(list.id(), list.key(), number, revision.savedAt(), revision.content());
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw refused();
        }
        return Integer.parseInt(text);
    }

    private static Problem refused() {
        return Problem.invalidParameter("revision", "The revision is draft, or the number of one that the list has.");
    }
}
