package press.gazette.document;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.address.Ref;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.ArticleRef;
import press.gazette.delivery.Delivery;
import press.gazette.response.CachePolicy;

/** Published articles as JSON-LD, for the head of a page. The suffix selects the format; the Accept header is ignored. */
@Serves(Kind.DOCUMENT)
@Path("/v1/articles/{ref}.jsonld")
@Tag(name = "Read")
public class JsonLdResource {

    private final ArticleDocuments documents;
    private final Delivery delivery;

    JsonLdResource(ArticleDocuments documents, Delivery delivery) {
        this.documents = documents;
        this.delivery = delivery;
    }

    @GET
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @Operation(
            operationId = "getArticleAsJsonLd",
            summary = "Read an article as JSON-LD",
            description =
                    "The article as schema.org's NewsArticle, without the body. It is safe inside a script element, as it "
                            + "comes. A former slug redirects; a withdrawn article answers 410.")
    public RestResponse<byte[]> one(@PathParam("ref") ArticleRef article) {
        Ref ref = article.ref();
        return delivery.document(CachePolicy.ARTICLE, () -> documents.read(ref, ArticleFormat.JSON_LD));
    }
}
