package press.gazette.curation.reading;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.curation.Key;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.DirectRead;
import press.gazette.delivery.Fields;

/** Pages of curated lists for readers. */
@Path("/v1/pages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lists and pages")
public class PagesResource implements DirectRead {

    private final Delivery delivery;
    private final Clock clock;

    PagesResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Path("{key}")
    @Operation(
            operationId = "getPage",
            summary = "Read a page of lists",
            description =
                    "All lists of a page with what stands in them now, in one answer. What a list is filled with does not stand in a list above it, unless the list says that it may.")
    public RestResponse<PageView> one(
            @Parameter(description = "The page's key.", example = "home") @PathParam("key") String key) {
        Key.check(key, "page");
        return delivery.one(CachePolicy.LISTING, Fields.ALL, () -> PageView.read(key, clock.instant()));
    }

    @Override
    public Optional<Supplier<? extends RestResponse<?>>> at(String path) {
        return DirectRead.segment(path, "/v1/pages/").map(segment -> () -> one(segment));
    }
}
