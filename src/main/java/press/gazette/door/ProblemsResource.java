package press.gazette.door;

import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;

/** Serves the page of each type of problem, at its type URL (RFC 9457 §3.1.1). */
@Serves(Kind.TEXT)
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entry")
public class ProblemsResource {

    private final Delivery delivery;
    private final Problems problems;

    ProblemsResource(Delivery delivery, Problems problems) {
        this.delivery = delivery;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listProblems",
            summary = "List the types of problems",
            description = "Every type of problem that this API uses.")
    public RestResponse<ProblemPages> list() {
        return delivery.byAccept(delivery.unchanging(new ProblemPages(all()), List.of()));
    }

    @GET
    @Produces(Pages.OFFERED)
    @Operation(hidden = true)
    public RestResponse<byte[]> page() {
        return delivery.byAccept(delivery.page(Pages.problems(all()), Pages.HTML));
    }

    @GET
    @Path("{code}")
    @Operation(
            operationId = "getProblem",
            summary = "Read about a type of problem",
            description = "Meaning of the type of problem, and advice to the client. Browsers get a page.")
    public RestResponse<ProblemPage> one(
            @Parameter(description = "Code of the type.", example = "unknown-parameter") @PathParam("code")
                    String code) {
        return delivery.byAccept(delivery.unchanging(explained(code), List.of()));
    }

    @GET
    @Path("{code}")
    @Produces(Pages.OFFERED)
    @Operation(hidden = true)
    public RestResponse<byte[]> onePage(@PathParam("code") String code) {
        return delivery.byAccept(delivery.page(Pages.problem(explained(code)), Pages.HTML));
    }

    private List<ProblemPage> all() {
        return Arrays.stream(ProblemType.values()).map(this::explained).toList();
    }

    private ProblemPage explained(String code) {
        return Arrays.stream(ProblemType.values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .map(this::explained)
                .orElseThrow(() -> Problem.notFound("type of problem"));
    }

    private ProblemPage explained(ProblemType type) {
        return new ProblemPage(
                problems.address(type),
                type.code(),
                type.title(),
                Problems.status(type),
                type.meaning(),
                type.remedy());
    }
}
