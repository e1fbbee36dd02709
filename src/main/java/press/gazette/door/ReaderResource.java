package press.gazette.door;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.delivery.Delivery;
import press.gazette.delivery.ReaderSite;
import press.gazette.delivery.admission.RedirectsTracking;
import press.gazette.problem.Problem;

/**
 * The site for readers: one document for each of its addresses, and the files that fill it in the browser from the public
 * API (src/main/resources/reader). It is no part of the contract.
 */
@RedirectsTracking
@Path("/reader")
public class ReaderResource {

    private final Delivery delivery;
    private final Map<String, SiteFile> files;

    ReaderResource(Delivery delivery, ReaderSite reader) {
        this.delivery = delivery;
        this.files = reader.isOn() ? SiteFile.ofReader() : Map.of();
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<byte[]> home() {
        return file(SiteFile.PAGE);
    }

    /** Whether there is such an article is found out by the page, as by any other client. */
    @GET
    @Path("articles/{slug}")
    @Operation(hidden = true)
    public RestResponse<byte[]> article() {
        return file(SiteFile.PAGE);
    }

    @GET
    @Path("tags/{slug}")
    @Operation(hidden = true)
    public RestResponse<byte[]> tag() {
        return file(SiteFile.PAGE);
    }

    /** What the link of an editor shows to people; the page's script reads the preview. */
    @GET
    @Path("previews/{token}")
    @Operation(hidden = true)
    public RestResponse<byte[]> preview() {
        return delivery.confidential(file(SiteFile.PAGE));
    }

    @GET
    @Path("files/{name}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(@PathParam("name") String name) {
        SiteFile file = Optional.ofNullable(files.get(name)).orElseThrow(() -> Problem.notFound("page"));
        return delivery.page(file.content(), file.type());
    }
}
