package press.gazette.importer.sample;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.FileResponse;

/** Serves drawings and captions of films of the sample newsroom. They change with a release only, under the same names. */
@Serves(Kind.FILE)
@Path("/newsroom/pictures")
public class SampleFilesResource {

    private static final String FOLDER = "/newsroom/pictures/";

    private static final String CAPTIONS = ".vtt";

    /** The form of the names: no request can name another file. */
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(svg|vtt)");

    private final Delivery delivery;

    SampleFilesResource(Delivery delivery) {
        this.delivery = delivery;
    }

    @GET
    @Path("{name}")
    @Operation(hidden = true)
    public RestResponse<byte[]> picture(@PathParam("name") String name) throws IOException {
        try (InputStream file = NAME.matcher(name).matches() ? getClass().getResourceAsStream(FOLDER + name) : null) {
            if (file == null) {
                throw new NotFoundException();
            }
            String type = name.endsWith(CAPTIONS) ? "text/vtt" : "image/svg+xml";
            return delivery.unchanging(new FileResponse(file.readAllBytes(), type, List.of()));
        }
    }
}
