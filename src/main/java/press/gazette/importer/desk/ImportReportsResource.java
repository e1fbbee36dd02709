package press.gazette.importer.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.importer.job.ImportEntry;
import press.gazette.importer.job.ImportRemainder;
import press.gazette.json.Json;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** The results of imports, as files. */
@Serves(Kind.DESK)
@Path("/v1/desk/imports/{id}")
@Tag(name = "Desk")
public class ImportReportsResource {

    private static final int PAGE = 500;
    private static final String NDJSON = "application/x-ndjson";
    private static final String YAML = "application/yaml";

    @GET
    @Path("report")
    @Produces(NDJSON)
    @RolesAllowed(Scope.ADMINISTER)
    @APIResponse(
            responseCode = "200",
            description =
                    "One JSON object in each line: number, id in the source, title, line of the file, outcome, article "
                            + "and notes of each item that was left out, changed, or lost something.",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "getImportReport",
            summary = "Read the report of an import",
            description = "Every item with something to tell, in the order of the file, while the import runs too.")
    public RestResponse<StreamingOutput> report(@PathParam("id") ImportRef job) {
        UUID id = job.find().id();
        return streamed(output -> writeReport(id, output));
    }

    private static RestResponse<StreamingOutput> streamed(StreamingOutput lines) {
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(lines)
                .header("Content-Type", NDJSON)
                .build();
    }

    private static void writeReport(UUID job, OutputStream output) throws IOException {
        List<ImportEntry> page = entries(job, 0);
        while (!page.isEmpty()) {
            for (ImportEntry entry : page) {
                if (!ReportItem.isPlain(entry)) {
                    write(ReportItem.of(entry), output);
                }
            }
            page = entries(job, page.get(page.size() - 1).number());
        }
    }

    private static List<ImportEntry> entries(UUID job, int number) {
        return QuarkusTransaction.requiringNew().call(() -> ImportEntry.after(job, number, PAGE));
    }

    private static void write(Object line, OutputStream output) throws IOException {
        output.write(Json.bytes(line));
        output.write('\n');
    }

    @GET
    @Path("remainder")
    @Produces(NDJSON)
    @RolesAllowed(Scope.ADMINISTER)
    @APIResponse(
            responseCode = "200",
            description =
                    "One JSON object in each line: number, kind, id in the source, article and content, such as the comments "
                            + "on an article, or all fields of an item that is no article.",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "getImportRemainder",
            summary = "Read the remainder of an import",
            description =
                    "The content of an import that has no place in articles, in the order of the files: comments of readers, "
                            + "posts of unknown types. A dry run keeps none.")
    public RestResponse<StreamingOutput> remainder(@PathParam("id") ImportRef job) {
        UUID id = job.find().id();
        return streamed(output -> writeRemainder(id, output));
    }

    private static void writeRemainder(UUID job, OutputStream output) throws IOException {
        List<ImportRemainder> page = remainders(job, 0);
        while (!page.isEmpty()) {
            for (ImportRemainder remainder : page) {
                write(RemainderItem.of(remainder), output);
            }
            page = remainders(job, page.get(page.size() - 1).number());
        }
    }

    private static List<ImportRemainder> remainders(UUID job, int number) {
        return QuarkusTransaction.requiringNew().call(() -> ImportRemainder.after(job, number, PAGE));
    }

    @GET
    @Path("mapping")
    @Produces(YAML)
    @RolesAllowed(Scope.ADMINISTER)
    @APIResponse(
            responseCode = "200",
            description = "A mapping in YAML, with the number of articles that each line is about.",
            content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @Operation(
            operationId = "getImportMapping",
            summary = "Read the mapping that a dry run proposes",
            description =
                    "Change it, and send it with the import. 404: the import is no dry run, or has not read its files yet.")
    public RestResponse<byte[]> mapping(@PathParam("id") ImportRef job) {
        String proposal = job.find().proposal();
        if (proposal == null) {
            throw Problem.notFound("proposed mapping");
        }
        return RestResponse.ResponseBuilder.ok(proposal.getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", YAML + ";charset=UTF-8")
                .build();
    }
}
