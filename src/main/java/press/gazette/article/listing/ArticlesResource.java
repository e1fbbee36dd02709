package press.gazette.article.listing;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.article.Visibility;
import press.gazette.article.reading.ArticleAddress;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.ArticleReading;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.ReadingParameters;
import press.gazette.change.Subject;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.DirectRead;
import press.gazette.delivery.Listing;

/** Published articles for readers. Every query behind it carries {@link Visibility}. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Read")
public class ArticlesResource implements DirectRead {

    private final Delivery delivery;
    private final Clock clock;

    ArticlesResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description =
                    "Public articles as cards without body, newest first unless asked otherwise, page by page to any depth.")
    public RestResponse<Listing<ArticleItem>> list(@BeanParam ArticleParameters parameters) {
        if (parameters.ids() != null) {
            ArticleBatch batch = ArticleBatch.parse(parameters.ids(), parameters);
            return delivery.whole(
                    CachePolicy.LISTING,
                    batch.showing().fields(),
                    () -> AsOf.head(
                            () -> batch.read(clock.instant()),
                            unused -> batch.showing().groups(Subject.ARTICLES)));
        }
        ArticleQuery query = ArticleQuery.all(parameters);
        return delivery.listing(
                CachePolicy.LISTING,
                query.address(),
                query.limit(),
                query.showing().fields(),
                () -> query.page(clock.instant()));
    }

    @GET
    @Path("{ref}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @Operation(
            operationId = "getArticle",
            summary = "Read an article",
            description = "One public article by its id or current slug. An old slug redirects to the current one; "
                    + "a withdrawn article answers 410 with the class of reason.")
    public RestResponse<ArticleView> one(
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            @BeanParam ReadingParameters parameters) {
        ArticleReading reading = ArticleReading.parse(ref, parameters);
        return delivery.one(CachePolicy.ARTICLE, reading.fields(), () -> reading.read(clock.instant()));
    }

    @Override
    public Optional<Supplier<? extends RestResponse<?>>> at(String path) {
        return DirectRead.segment(path, ArticleAddress.OF_THE_API)
                .map(segment -> () -> one(segment, ReadingParameters.NONE));
    }
}
