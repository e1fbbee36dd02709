package press.gazette.search.reading;

import java.time.Clock;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.listing.FilterParameters;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Fields;
import press.gazette.response.CachePolicy;

/** Search for readers. */
@Serves(Kind.RESULTS)
@Path(SearchQuery.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Read")
public class SearchResource {

    private final Delivery delivery;
    private final Clock clock;
    private final SearchReader searches;
    private final SuggestionReader suggesting;
    private final IndexReadYourWrites ownWrites;

    SearchResource(
            Delivery delivery,
            Clock clock,
            SearchReader searches,
            SuggestionReader suggesting,
            IndexReadYourWrites ownWrites) {
        this.delivery = delivery;
        this.clock = clock;
        this.searches = searches;
        this.suggesting = suggesting;
        this.ownWrites = ownWrites;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Search articles",
            description =
                    "Public articles with the words of a question, the best first by default, page by page to any depth. "
                            + "Words in the title count most, then those in names of tags, standfirst, byline and body; newer articles "
                            + "count more.")
    public RestResponse<SearchResults> search(
            @BeanParam SearchParameters parameters, @BeanParam FilterParameters filters) {
        SearchQuery query = SearchQuery.parse(parameters, filters);
        ownWrites.await();
        return delivery.results(
                CachePolicy.LISTING,
                query.detail().fields().below("items", SearchResults.class),
                () -> searches.read(query, clock.instant()),
                SearchResults::next);
    }

    @GET
    @Path("suggestions")
    @APIResponse(responseCode = "200", description = "OK")
    @Operation(
            operationId = "listSuggestions",
            summary = "Suggest tags and headlines",
            description =
                    "Tags and headlines with words that begin as those of a text that a reader types; the best first. One "
                            + "typing error is forgiven from five letters on.")
    public RestResponse<Suggestions> suggestions(@BeanParam SuggestionParameters parameters) {
        SuggestionQuery query = SuggestionQuery.parse(parameters);
        ownWrites.await();
        return delivery.results(
                CachePolicy.LISTING, Fields.ALL, () -> suggesting.read(query, clock.instant()), suggestions -> null);
    }
}
