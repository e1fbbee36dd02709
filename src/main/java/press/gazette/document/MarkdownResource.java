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

/** Published articles as Markdown, for static sites and language models. The suffix selects the format, as in JSON-LD. */
@Serves(Kind.DOCUMENT)
@Path("/v1/articles/{ref}.md")
@Tag(name = "Read")
public class MarkdownResource {

    private final ArticleDocuments documents;
    private final Delivery delivery;

    MarkdownResource(ArticleDocuments documents, Delivery delivery) {
        this.documents = documents;
        this.delivery = delivery;
    }

    @GET
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @Operation(
            operationId = "getArticleAsMarkdown",
            summary = "Read an article as Markdown",
            description =
                    "The article as a Markdown file: title, dates, authors and the like as YAML front matter, then the body, "
                            + "then the corrections. A former slug redirects; a withdrawn article answers 410.")
    public RestResponse<byte[]> one(@PathParam("ref") ArticleRef article) {
        Ref ref = article.ref();
        return delivery.document(CachePolicy.ARTICLE, () -> documents.read(ref, ArticleFormat.MARKDOWN));
    }
}
