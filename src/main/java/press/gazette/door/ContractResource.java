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

import press.gazette.delivery.Delivery;
import press.gazette.delivery.Moved;
import press.gazette.delivery.contract.ContractDocuments;
import press.gazette.delivery.contract.ContractFormat;
import press.gazette.delivery.contract.ContractPart;
import press.gazette.problem.Problem;

/**
 * The contract and its two parts, as YAML and as JSON. In which of them, the address may say ({@code .json}), or the
 * parameter {@code format}, or Accept; YAML for those who leave it open. It stands where the framework would have it.
 */
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
            return answer(part(name), format(format, headers));
        }
        if (format != null) {
            throw Problem.invalidParameter(
                    "format", "The address says the format; leave the parameter \"format\" out.");
        }
        return answer(part(name.substring(0, dot)), format(name.substring(dot + 1)));
    }

    /** Where the framework would have Swagger UI. */
    @GET
    @Path("swagger-ui")
    @Operation(hidden = true)
    public RestResponse<Void> formerDocumentation() {
        throw new Moved(EntryResource.DOCUMENTATION);
    }

    private RestResponse<byte[]> answer(ContractPart part, ContractFormat format) {
        return delivery.byAccept(delivery.unchanging(documents.document(part, format)));
    }

    private static ContractPart part(String name) {
        return ContractPart.named(name).orElseThrow(() -> Problem.notFound("document"));
    }

    /** As the address says it. */
    private static ContractFormat format(String extension) {
        return ContractFormat.named(extension).orElseThrow(() -> Problem.notFound("document"));
    }

    private static ContractFormat format(@Nullable String parameter, HttpHeaders headers) {
        return parameter == null
                ? ContractFormat.of(headers.getAcceptableMediaTypes())
                : ContractFormat.named(parameter)
                        .orElseThrow(() -> Problem.invalidParameter(
                                "format", "The parameter \"format\" is \"yaml\" or \"json\"."));
    }
}
