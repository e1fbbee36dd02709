package press.gazette.curation.explain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.Key;
import press.gazette.curation.desk.FrontDesk;
import press.gazette.curation.reading.ListReading;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** What the lists of a page show together, and why. */
@Path("/v1/desk/pages/{key}/resolution")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class PageResolutionResource {

    private final FrontDesk front;

    PageResolutionResource(FrontDesk front) {
        this.front = front;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "resolvePage",
            summary = "See what a page shows, and why",
            description =
                    "The lists of the page, each passing over what stands above it. The revisions are those that are "
                            + "live now, whatever the time.")
    public RestResponse<PageResolutionView> one(
            @Parameter(description = "The page's key.", example = "home") @PathParam("key") String key,
            @BeanParam ResolutionParameters parameters) {
        Instant at = parameters.at(front.now());
        boolean explained = parameters.isExplained();
        CuratedPage page = CuratedPage.atDesk(Key.check(key, "page")).orElseThrow(() -> Problem.notFound("page"));
        List<UUID> lists = page.lists().stream().map(CuratedList::id).toList();
        return RestResponse.ok(new PageResolutionView(
                page.key(), ResolutionView.of(ListReading.live(lists, at, explained), at, explained)));
    }
}
