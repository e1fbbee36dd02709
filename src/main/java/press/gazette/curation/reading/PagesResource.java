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
import press.gazette.curation.PageKey;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.DirectRead;
import press.gazette.paging.Listing;
import press.gazette.response.CachePolicy;

/** Pages of curated lists for readers. */
@Serves(Kind.PUBLIC)
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
    @Operation(
            operationId = "listPages",
            summary = "List the pages of lists",
            description = "All pages in the order of their keys, without their lists.")
    public RestResponse<Listing<PageCard>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageQuery query = PageQuery.parse(limit, cursor);
        return delivery.listing(
                CachePolicy.LISTING,
                PageQuery.ADDRESS,
                query.limit(),
                () -> Dated.head(query::page, page -> List.of(Subject.LISTS)));
    }

    @GET
    @Path("{key}")
    @Operation(
            operationId = "getPage",
            summary = "Read a page of lists",
            description =
                    "All lists of a page with their present items in one response. The fill of a list skips articles of the lists "
                            + "above it, unless the list says otherwise.")
    public RestResponse<PageView> one(@PathParam("key") PageKey page, @BeanParam ListParameters parameters) {
        String key = page.value();
        ListDetail detail = ListDetail.parse(parameters);
        return delivery.one(CachePolicy.LISTING, detail.ofPage(), () -> PageView.read(key, detail, clock.instant()));
    }

    @Override
    public Optional<Supplier<? extends RestResponse<?>>> at(String path) {
        return DirectRead.segment(path, "/v1/pages/")
                .map(segment -> () -> one(new PageKey(segment), ListParameters.NONE));
    }
}
