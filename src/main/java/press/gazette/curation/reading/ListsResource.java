package press.gazette.curation.reading;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

import press.gazette.change.Subject;
import press.gazette.curation.Key;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.DirectRead;
import press.gazette.delivery.Fields;
import press.gazette.delivery.Listing;

/** Curated lists for readers. */
@Path("/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lists and pages")
public class ListsResource implements DirectRead {

    private final Delivery delivery;
    private final Clock clock;

    ListsResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listLists",
            summary = "List the curated lists",
            description = "The public lists in the order of their keys, without what stands in them.")
    public RestResponse<Listing<ListCard>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        ListQuery query = ListQuery.parse(limit, cursor);
        return delivery.listing(
                CachePolicy.LISTING,
                ListQuery.ADDRESS,
                query.limit(),
                () -> AsOf.head(query::page, page -> List.of(Subject.LISTS)));
    }

    @GET
    @Path("{key}")
    @Operation(
            operationId = "getList",
            summary = "Read a curated list",
            description = "One list with the articles that stand in it now.")
    public RestResponse<ListView> one(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key) {
        Key.check(key, "list");
        return delivery.one(CachePolicy.LISTING, Fields.ALL, () -> ListView.read(key, clock.instant()));
    }

    @Override
    public Optional<Supplier<? extends RestResponse<?>>> at(String path) {
        return DirectRead.segment(path, "/v1/lists/").map(segment -> () -> one(segment));
    }
}
