package press.gazette.article.related;

import java.time.Clock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.ArticleRef;
import press.gazette.article.reading.ArticleItem;
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.response.CachePolicy;

/** The published articles that are related to one, for readers. */
@Serves(Kind.PUBLIC)
@Path("/v1/articles/{ref}/related")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Read")
public class RelatedResource {

    private final Delivery delivery;
    private final Clock clock;

    RelatedResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @Operation(
            operationId = "listRelatedArticles",
            summary = "List related articles",
            description =
                    "Articles to read after this one, best first: those that editors picked by hand, then those that share "
                            + "tags with it, rare tags and new articles before common and old ones. One page, without next.")
    public RestResponse<Listing<ArticleItem>> list(
            @PathParam("ref") ArticleRef article,
            @QueryParam("limit") @Nullable String limit,
            @Parameter(
                            description =
                                    "Only these fields of each item, separated by commas; nested fields with dots.",
                            example = "slug,title")
                    @QueryParam("fields")
                    @Nullable
                    String fields,
            @Parameter(
                            description = "Expansions, separated by commas: related (the cards of hand-picked "
                                    + "articles), tags.parents (the next wider tags of each tag), corrections, seo.",
                            example = "tags.parents")
                    @QueryParam("include")
                    @Nullable
                    String include) {
        RelatedArticles related = RelatedArticles.parse(article.text(), limit, fields, include);
        return delivery.whole(CachePolicy.LISTING, related.detail().fields(), () -> related.read(clock.instant()));
    }
}
