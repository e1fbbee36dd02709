package press.gazette.importer.desk;

import java.io.InputStream;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
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
import press.gazette.importer.job.ImportFiles;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportOptions;
import press.gazette.importer.job.ImportRunner;
import press.gazette.importer.job.JobState;
import press.gazette.paging.Listing;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;
import press.gazette.security.Scope;

/** Imports of files of other systems. */
@Serves(Kind.DESK)
@Path("/v1/desk/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ImportsResource {

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
    @Consumes({
        "application/octet-stream",
        "application/xml",
        "text/xml",
        "application/rss+xml",
        "application/json",
        "application/x-ndjson",
        "application/x-tar"
    })
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
                                            + "full text, RSS or Atom. ninjs: items of a news agency, ninjs 1.0 to 3.1. "
                                            + "ndjson: an export of Gazette, which only an empty one takes.",
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
            @Parameter(
                            description =
                                    "refer: pictures stay where they are. copy: they are copied from the former site into the "
                                            + "store. folder: they are copied from the folder of gazette.import-media-folder. "
                                            + "Absent: refer.",
                            example = "copy")
                    @QueryParam("media")
                    @Nullable
                    String media,
            @Parameter(
                            description =
                                    "The number of files of the export, which are one import. The first is this content, and "
                                            + "the import begins when the others have come. Absent: 1.",
                            example = "1")
                    @QueryParam("files")
                    @Nullable
                    String number,
            @Parameter(
                            description =
                                    "A time (RFC 3339) or a date: public items that have not changed since are not written, "
                                            + "and count as unchanged. Items without a date are written. Absent: all.",
                            example = "2026-11-01")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream content) {
        ImportOptions options = ImportRequest.parse(format, dryRun, mapping, media, number, since, files.most());
        java.nio.file.Path file = files.receive(content);
        ImportJob job = QuarkusTransaction.requiringNew().call(() -> begun(options, file));
        runner.wake();
        return delivery.created("/v1/desk/imports/" + job.id(), ImportView.of(job));
    }

    /** The file is in its place before the transaction ends: no import is without its file. */
    private ImportJob begun(ImportOptions options, java.nio.file.Path file) {
        ImportJob job = ImportJob.begin(options, callers.current().name(), clock.instant());
        files.keep(file, job.id(), 1);
        return job;
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

    @Serves(value = Kind.DESK, files = true)
    @PUT
    @Path("{id}/files/{number}")
    @Consumes({"application/octet-stream", "application/xml", "text/xml", "application/rss+xml", "application/json"})
    @RolesAllowed(Scope.ADMINISTER)
    @APIResponse(
            responseCode = "200",
            description = "The file has arrived. With the last one the import begins.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @Operation(
            operationId = "addImportFile",
            summary = "Add a file to an import",
            description =
                    "Takes a further file of the same export, from 2 on, on the server that has the first one. A file "
                            + "that is sent again replaces the former one.")
    public RestResponse<ImportView> add(
            @PathParam("id") ImportRef job,
            @PathParam("number") String number,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream content) {
        ImportJob waiting = job.find();
        requireReceiving(waiting);
        if (!number.matches("[1-9][0-9]{0,2}")
                || Integer.parseInt(number) > waiting.options().fileCount()) {
            throw Problem.notFound("file of the import");
        }
        java.nio.file.Path file = files.receive(content);
        ImportView view = QuarkusTransaction.requiringNew().call(() -> arrived(job, file, Integer.parseInt(number)));
        runner.wake();
        return RestResponse.ok(view);
    }

    private void requireReceiving(ImportJob waiting) {
        if (waiting.state() != JobState.RECEIVING || !files.hasBegun(waiting)) {
            throw Problem.conflict(
                    "Only an import that is receiving takes files, on the server that has its first one. This one is "
                            + waiting.state().word + ".");
        }
    }

    /** The import may have begun while the file was received: a running one must not get another content. */
    private ImportView arrived(ImportRef job, java.nio.file.Path file, int number) {
        ImportJob locked = job.locked();
        requireReceiving(locked);
        files.keep(file, locked.id(), number);
        locked.received(files.has(locked), clock.instant());
        return ImportView.of(locked);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
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
        ImportView view = QuarkusTransaction.requiringNew().call(() -> stopped(job));
        // The node that has run it may be gone: this one announces its end.
        runner.wake();
        return RestResponse.ok(view);
    }

    private ImportView stopped(ImportRef job) {
        ImportJob stopped = job.locked();
        stopped.stop(clock.instant());
        return ImportView.of(stopped);
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
