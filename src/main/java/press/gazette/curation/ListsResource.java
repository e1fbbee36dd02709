package press.gazette.curation;

import java.time.Clock;
import java.util.List;

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

import press.gazette.address.Slug;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.problem.Problem;

/** Curated lists and pages for readers. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lists and pages")
public class ListsResource {

    private final Delivery delivery;
    private final Clock clock;

    ListsResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Path("lists")
    @Operation(
            operationId = "listLists",
            summary = "List the curated lists",
            description = "The public lists in the order of their keys, without what stands in them.")
    public RestResponse<Listing<ListCard>> list(
            @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit,
            @Parameter(ref = "cursor") @QueryParam("cursor") @Nullable String cursor) {
        ListQuery query = ListQuery.parse(limit, cursor);
        return delivery.listing(CachePolicy.LISTING, ListQuery.ADDRESS, query.limit(), query::page);
    }

    @GET
    @Path("lists/{key}")
    @Operation(
            operationId = "getList",
            summary = "Read a curated list",
            description = "One list with the articles that stand in it now.")
    public RestResponse<ListView> one(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key) {
        checked(key, "list");
        return delivery.one(CachePolicy.LISTING, () -> {
            CuratedList list = CuratedList.visible(key).orElseThrow(() -> Problem.notFound("list"));
            return ListReading.of(List.of(list), clock.instant()).get(0);
        });
    }

    @GET
    @Path("pages/{key}")
    @Operation(
            operationId = "getPage",
            summary = "Read a page of lists",
            description = "All lists of a page with the articles that stand in them now, in one answer.")
    public RestResponse<PageView> page(
            @Parameter(description = "The page's key.", example = "home") @PathParam("key") String key) {
        checked(key, "page");
        return delivery.one(CachePolicy.LISTING, () -> {
            CuratedPage page = CuratedPage.visible(key).orElseThrow(() -> Problem.notFound("page"));
            return new PageView(page.key(), page.title(), ListReading.of(page.lists(), clock.instant()));
        });
    }

    /** What cannot be a key names nothing, which needs no database to know. */
    private static void checked(String key, String what) {
        if (!Slug.isValid(key)) {
            throw Problem.notFound(what);
        }
    }
}
