package press.gazette.door;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.contract.ContractDocuments;
import press.gazette.contract.ContractFormat;
import press.gazette.contract.ContractPart;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;

/**
 * Serves the contract and its two parts, as YAML and as JSON. The format is selected by the extension ({@code .json}),
 * the parameter {@code format} or the Accept header; the default is YAML. The path is the one that Quarkus would use.
 */
@Serves(value = Kind.TEXT, lastSlash = true)
@Path("/q")
public class ContractResource {

    private final ContractDocuments documents;
    private final Delivery delivery;

    ContractResource(ContractDocuments documents, Delivery delivery) {
        this.documents = documents;
        this.delivery = delivery;
    }

    @GET
    @Path("{document: openapi(/readers|/desk)?[.a-z]*}")
    @Operation(hidden = true)
    public RestResponse<byte[]> document(
            @PathParam("document") String document,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        String name = document.substring(document.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        if (dot < 0) {
            return response(part(name), format(format, headers));
        }
        if (format != null) {
            throw Problem.invalidParameter(
                    "format", "The path has an extension, so the parameter \"format\" is not allowed.");
        }
        return response(part(name.substring(0, dot)), format(name.substring(dot + 1)));
    }

    /** The path of Quarkus's Swagger UI. */
    @GET
    @Path("swagger-ui")
    @Operation(hidden = true)
    public RestResponse<Void> formerDocumentation() {
        throw new Moved(EntryResource.DOCUMENTATION);
    }

    private RestResponse<byte[]> response(ContractPart part, ContractFormat format) {
        return delivery.byAccept(delivery.unchanging(documents.document(part, format)));
    }

    private static ContractPart part(String name) {
        return ContractPart.named(name).orElseThrow(() -> Problem.notFound("document"));
    }

    /** The format of an extension in the path. */
    private static ContractFormat format(String extension) {
        return ContractFormat.named(extension).orElseThrow(() -> Problem.notFound("document"));
    }

    private static ContractFormat format(@Nullable String parameter, HttpHeaders headers) {
        return parameter == null
                ? ContractFormat.of(headers.getAcceptableMediaTypes())
                : ContractFormat.named(parameter)
                        .orElseThrow(() -> Problem.invalidParameter(
                                "format", "The parameter \"format\" must be \"yaml\" or \"json\"."));
    }
}
