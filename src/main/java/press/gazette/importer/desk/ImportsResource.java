package press.gazette.importer.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.job.ImportEntry;
import press.gazette.importer.job.ImportFiles;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportRunner;
import press.gazette.json.Json;
import press.gazette.paging.Listing;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;
import press.gazette.security.Scope;

/** Imports of files of other systems. */
@Serves(Kind.DESK)
@Path("/v1/desk/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ImportsResource {

    private static final int PAGE = 500;
    private static final String NDJSON = "application/x-ndjson";
    private static final String REFER = "refer";

    private final ImportFiles files;
    private final ImportRunner runner;
    private final Delivery delivery;
    private final Callers callers;
    private final Clock clock;

    ImportsResource(ImportFiles files, ImportRunner runner, Delivery delivery, Callers callers, Clock clock) {
        this.files = files;
        this.runner = runner;
        this.delivery = delivery;
        this.callers = callers;
        this.clock = clock;
    }

    @Serves(value = Kind.DESK, files = true)
    @POST
    @Consumes({"application/octet-stream", "application/xml", "text/xml", "application/rss+xml", "application/json"})
    @RolesAllowed(Scope.ADMINISTER)
    @APIResponse(
            responseCode = "201",
            description = "The file has arrived, and its import begins.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @Operation(
            operationId = "beginImport",
            summary = "Import a file",
            description =
                    "Takes the export of another system and imports it in the background. The same file again changes "
                            + "nothing; a newer one changes articles that no editor has changed here since.")
    public RestResponse<ImportView> begin(
            @Parameter(
                            description =
                                    "wordpress: WXR, the export of WordPress. ghost: the JSON export of Ghost. rss: a feed with "
                                            + "full text, RSS or Atom.",
                            required = true)
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Parameter(description = "true: tries everything and stores nothing but the report.")
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @Parameter(
                            description =
                                    "Decisions of the newsroom in YAML or JSON: the zone of dates, the types of tags and "
                                            + "articles, the places of custom fields.",
                            example = "zone: Europe/Berlin")
                    @QueryParam("mapping")
                    @Nullable
                    String mapping,
            @Parameter(description = "refer: pictures stay where they are. Absent: refer.", example = "refer")
                    @QueryParam("media")
                    @Nullable
                    String media,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream content) {
        if (format == null) {
            throw Problem.invalidParameter("format", "The parameter format is required: wordpress, ghost or rss.");
        }
        ImportFormat known = ParameterValue.parse("format", format, ImportFormat.values(), each -> each.word);
        boolean dry = ParameterValue.flag("dryRun", dryRun);
        if (media != null && !media.equals(REFER)) {
            throw Problem.invalidParameter(
                    "media", "Pictures can be referred to only: refer. They are not copied yet.");
        }
        check(mapping);
        java.nio.file.Path file = files.receive(content);
        ImportJob job = QuarkusTransaction.requiringNew().call(() -> begun(known, mapping, dry, file));
        runner.wake();
        return delivery.created("/v1/desk/imports/" + job.id(), ImportView.of(job));
    }

    /** The file is in its place before the transaction ends: no import is without its file. */
    private ImportJob begun(ImportFormat format, @Nullable String mapping, boolean dryRun, java.nio.file.Path file) {
        ImportJob job = ImportJob.begin(
                format,
                mapping == null ? "" : mapping,
                dryRun,
                callers.current().name(),
                clock.instant());
        files.keep(file, job.id());
        return job;
    }

    private static void check(@Nullable String mapping) {
        try {
            ImportMapping.read(mapping == null ? "" : mapping);
        } catch (UnreadableFile fault) {
            throw Problem.invalidParameter("mapping", String.valueOf(fault.getMessage()));
        }
    }

    @GET
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "All imports, the newest first, with dry runs.")
    public RestResponse<Listing<ImportView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        ImportQuery query = ImportQuery.parse(limit, cursor);
        return delivery.deskListing(ImportQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "getImport",
            summary = "Read an import",
            description = "The state and the progress of one import.")
    public RestResponse<ImportView> one(@PathParam("id") ImportRef job) {
        return RestResponse.ok(ImportView.of(job.find()));
    }

    @GET
    @Path("{id}/report")
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
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(output -> write(id, output))
                .header("Content-Type", NDJSON)
                .build();
    }

    private static void write(UUID job, OutputStream output) throws IOException {
        List<ImportEntry> page = page(job, 0);
        while (!page.isEmpty()) {
            for (ImportEntry entry : page) {
                if (!ReportItem.isPlain(entry)) {
                    output.write(Json.bytes(ReportItem.of(entry)));
                    output.write('\n');
                }
            }
            page = page(job, page.get(page.size() - 1).number());
        }
    }

    private static List<ImportEntry> page(UUID job, int number) {
        return QuarkusTransaction.requiringNew().call(() -> ImportEntry.after(job, number, PAGE));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "Stopped, now or before. What is written stays.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @Operation(
            operationId = "stopImport",
            summary = "Stop an import",
            description =
                    "Stops an import behind the items that are being written. What is written stays, and the same file "
                            + "again does the rest.")
    public RestResponse<ImportView> stop(@PathParam("id") ImportRef job) {
        ImportJob stopped = job.locked();
        stopped.stop(clock.instant());
        return RestResponse.ok(ImportView.of(stopped));
    }

    @PUT
    @Path("{id}/reversal")
    @RolesAllowed(Scope.ADMINISTER)
    @APIResponse(
            responseCode = "200",
            description = "The reversal begins.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @Operation(
            operationId = "undoImport",
            summary = "Undo an import",
            description =
                    "Takes back the articles and old addresses that an import has created, unless an editor has changed "
                            + "them since. Articles that readers have seen become drafts.")
    public RestResponse<ImportView> undo(@PathParam("id") ImportRef job) {
        ImportView view = QuarkusTransaction.requiringNew().call(() -> undoing(job));
        runner.wake();
        return RestResponse.ok(view);
    }

    private static ImportView undoing(ImportRef job) {
        ImportJob undone = job.locked();
        if (!undone.canBeUndone()) {
            throw Problem.conflict("An import can be undone once it has ended, a dry run never. This one is "
                    + undone.state().word + ".");
        }
        undone.undo();
        return ImportView.of(undone);
    }
}
