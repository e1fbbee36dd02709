package press.gazette.curation.explain;

import java.time.Clock;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.PageKey;
import press.gazette.curation.resolver.ListResolver;
import press.gazette.security.Scope;

/** The items of the lists of a page, with the reasons. */
@Serves(Kind.DESK)
@Path("/v1/desk/pages/{key}/resolution")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class PageResolutionResource {

    private final Clock clock;

    PageResolutionResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "resolvePage",
            summary = "See what a page shows, and why",
            description = "The items of the lists of the page. Each list skips the articles of the lists above it. The "
                    + "revisions are those that are live now, at any time.")
    public RestResponse<PageResolutionView> one(
            @PathParam("key") PageKey page, @BeanParam ResolutionParameters parameters) {
        Instant at = parameters.at(clock.instant());
        boolean explained = parameters.isExplained();
        CuratedPage found = page.find();
        List<UUID> lists = found.lists().stream().map(CuratedList::id).toList();
        return RestResponse.ok(new PageResolutionView(
                found.key(), ResolutionView.of(ListResolver.live(lists, at, explained), at, explained)));
    }
}
