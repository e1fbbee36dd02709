package press.gazette.curation.reading;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Subject;
import press.gazette.curation.ListKey;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.DirectRead;
import press.gazette.paging.Listing;
import press.gazette.response.CachePolicy;

/** Curated lists for readers. */
@Serves(Kind.PUBLIC)
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
            description = "The public lists in the order of their keys, without their items.")
    public RestResponse<Listing<ListCard>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        ListQuery query = ListQuery.parse(limit, cursor);
        return delivery.listing(
                CachePolicy.LISTING,
                ListQuery.ADDRESS,
                query.limit(),
                () -> Dated.head(query::page, page -> List.of(Subject.LISTS)));
    }

    @GET
    @Path("{key}")
    @Operation(
            operationId = "getList",
            summary = "Read a curated list",
            description = "One list with its present items.")
    public RestResponse<ListView> one(@PathParam("key") ListKey list, @BeanParam ListParameters parameters) {
        String key = list.value();
        ListDetail detail = ListDetail.parse(parameters);
        return delivery.one(CachePolicy.LISTING, detail.ofList(), () -> ListView.read(key, detail, clock.instant()));
    }

    @Override
    public Optional<Supplier<? extends RestResponse<?>>> at(String path) {
        return DirectRead.segment(path, "/v1/lists/")
                .map(segment -> () -> one(new ListKey(segment), ListParameters.NONE));
    }
}
