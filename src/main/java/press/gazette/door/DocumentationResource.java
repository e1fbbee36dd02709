package press.gazette.door;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.Delivery;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/**
 * Swagger UI over the two parts of the contract: a page of our own (src/main/resources/docs) around the files that the build
 * takes from Swagger UI's archive. It is no part of the contract.
 */
@Path(EntryResource.DOCUMENTATION)
public class DocumentationResource {

    /**
     * Swagger UI needs its own script and style sheet, the contract, the operations that are tried, and the pictures in its
     * style sheet (Content Security Policy Level 3).
     */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Delivery delivery;
    private final Map<String, SiteFile> files = SiteFile.ofDocumentation();

    DocumentationResource(Delivery delivery) {
        this.delivery = delivery;
    }

    /**
     * The page.
     *
     * @param part which part of the contract is shown first; the page's script reads it
     */
    @GET
    @Operation(hidden = true)
    public RestResponse<byte[]> page(@QueryParam("urls.primaryName") @Nullable String part, @Context UriInfo address) {
        if (address.getRequestUri().getPath().endsWith("/")) {
            throw new Moved(EntryResource.DOCUMENTATION);
        }
        return file(SiteFile.PAGE);
    }

    @GET
    @Path("files/{name}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(@PathParam("name") String name) {
        SiteFile file = Optional.ofNullable(files.get(name)).orElseThrow(() -> Problem.notFound("page"));
        RestResponse<byte[]> answer = delivery.page(file.content(), file.type());
        answer.getHeaders().putSingle("Content-Security-Policy", CONTENT_SECURITY);
        return answer;
    }
}
