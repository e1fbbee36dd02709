package press.gazette.article.listing;

import java.time.Clock;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.reading.ArticleItem;
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.response.CachePolicy;
import press.gazette.tag.TagRef;

/** The published articles of one tag for readers: the listing of all articles, narrowed to the tag. */
@Serves(Kind.PUBLIC)
@Path("/v1/tags/{ref}/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Read")
public class TaggedArticlesResource {

    private final Delivery delivery;
    private final Clock clock;

    TaggedArticlesResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @Operation(
            operationId = "listArticlesOfTag",
            summary = "List a tag's articles",
            description = "Public articles with the tag: the listing of all articles, narrowed to the tag.")
    public RestResponse<Listing<ArticleItem>> list(
            @PathParam("ref") TagRef tag,
            @BeanParam FilterParameters filters,
            @BeanParam ArticleParameters parameters) {
        ArticleQuery query = ArticleQuery.ofTag(tag.text(), filters, parameters);
        return delivery.listing(
                CachePolicy.LISTING,
                query.address(),
                query.limit(),
                query.detail().fields(),
                () -> query.page(clock.instant()));
    }
}
