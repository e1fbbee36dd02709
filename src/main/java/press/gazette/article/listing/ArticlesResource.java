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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.ArticleRef;
import press.gazette.article.Visibility;
import press.gazette.article.reading.ArticleAddress;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.ArticleReading;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.ReadingParameters;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.DirectRead;
import press.gazette.paging.Listing;
import press.gazette.response.CachePolicy;

/** Published articles for readers. Every query uses {@link Visibility}. */
@Serves(Kind.PUBLIC)
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
            description = "Public articles as cards, newest first by default, page by page to any depth.")
    public RestResponse<Listing<ArticleItem>> list(
            @BeanParam FilterParameters filters, @BeanParam ArticleParameters parameters) {
        if (parameters.ids() != null) {
            ArticleBatch batch = ArticleBatch.parse(parameters.ids(), filters, parameters);
            return delivery.whole(
                    CachePolicy.LISTING,
                    batch.detail().fields(),
                    () -> Dated.head(
                            () -> batch.read(clock.instant()),
                            unused -> batch.detail().groups(Subject.ARTICLES)));
        }
        ArticleQuery query = ArticleQuery.all(filters, parameters);
        return delivery.listing(
                CachePolicy.LISTING,
                query.address(),
                query.limit(),
                query.detail().fields(),
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
            description = "One public article by its id or current slug. A former slug redirects to the "
                    + "current one; a withdrawn article responds with 410 and the class of reason.")
    public RestResponse<ArticleView> one(
            @PathParam("ref") ArticleRef article, @BeanParam ReadingParameters parameters) {
        ArticleReading reading = ArticleReading.parse(article.text(), parameters);
        return delivery.one(
                CachePolicy.ARTICLE, reading.fields(), () -> reading.read(clock.instant()), ArticleView::mayBeIndexed);
    }

    @Override
    public Optional<Supplier<? extends RestResponse<?>>> at(String path) {
        return DirectRead.segment(path, ArticleAddress.OF_THE_API)
                .map(segment -> () -> one(new ArticleRef(segment), ReadingParameters.NONE));
    }
}
