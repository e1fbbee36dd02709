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

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/**
 * Serves Swagger UI over the two parts of the contract: a page of Gazette (src/main/resources/docs) with the files that
 * the build extracts from Swagger UI's archive. It is not part of the contract.
 */
@Serves(Kind.TEXT)
@Path(EntryResource.DOCUMENTATION)
public class DocumentationResource {

    /**
     * Content Security Policy Level 3. Swagger UI needs its own script and style sheet, the contract, the operations
     * that users try, and the data: pictures in its style sheet.
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
     * @param part the part of the contract to show first; read by the page's script
     */
    @Serves(value = Kind.TEXT, lastSlash = true)
    @GET
    @Operation(hidden = true)
    public RestResponse<byte[]> page(@QueryParam("urls.primaryName") @Nullable String part, @Context UriInfo address) {
        if (address.getRequestUri().getPath().endsWith("/")) {
            throw new Moved(EntryResource.DOCUMENTATION);
        }
        return file(SiteFile.PAGE);
    }

    @Serves(Kind.FILE)
    @GET
    @Path("files/{name}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(@PathParam("name") String name) {
        SiteFile file = Optional.ofNullable(files.get(name)).orElseThrow(() -> Problem.notFound("page"));
        RestResponse<byte[]> response = delivery.page(file.content(), file.type());
        response.getHeaders().putSingle("Content-Security-Policy", CONTENT_SECURITY);
        return response;
    }
}
