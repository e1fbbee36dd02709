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

import press.gazette.delivery.Delivery;
import press.gazette.delivery.Problems;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The page of each kind of problem: what its type URL leads to (RFC 9457 §3.1.1). */
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
            summary = "List the kinds of problems",
            description = "Every kind of problem that this API can answer with.")
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
            summary = "Read about a kind of problem",
            description = "What the kind of problem means and what a client should do about it. Browsers get a page.")
    public RestResponse<ProblemPage> one(
            @Parameter(description = "The problem's code.", example = "unknown-parameter") @PathParam("code")
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
                .orElseThrow(() -> Problem.notFound("kind of problem"));
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
