package press.gazette.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.media.file.FileStore;
import press.gazette.media.file.StoredFile;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.security.Scope;

/** The whole content, for a move to another database and for copies that an older release can read. */
@Serves(Kind.DESK)
@jakarta.ws.rs.Path("/v1/desk/export")
@Tag(name = "Desk")
public class ExportResource {

    private static final Logger LOG = Logger.getLogger(ExportResource.class);

    private static final String NDJSON = "application/x-ndjson";
    private static final String TAR = "application/x-tar";
    private static final Variant LINES = variant(NDJSON);
    private static final Variant ARCHIVE = variant(TAR);
    private static final int PAGE = 200;

    private final DataSource database;
    private final FileStore files;
    private final Clock clock;
    private final CurrentVertxRequest current;
    private final Semaphore running;

    ExportResource(
            DataSource database, FileStore files, Clock clock, CurrentVertxRequest current, ExportConfig config) {
        this.database = database;
        this.files = files;
        this.clock = clock;
        this.current = current;
        this.running = new Semaphore(config.exportsAtOnce());
    }

    @GET
    @Produces(NDJSON)
    @RolesAllowed(Scope.ADMINISTER)
    @APIResponse(
            responseCode = "200",
            description =
                    "One JSON object in each line; the last one has \"gazette\":\"end\". With files=true, or if Accept "
                            + "prefers application/x-tar, a tar archive of such lines and of the files.",
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TAR, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(
            operationId = "exportContent",
            summary = "Export everything",
            description =
                    "Streams the whole content of one moment, with drafts, revisions, withdrawals, schedules and old "
                            + "addresses. Its import into an empty Gazette gives readers the same. Keys, webhooks and "
                            + "previews stay here.")
    public RestResponse<StreamingOutput> export(
            @Parameter(
                            description =
                                    "true: an archive with the files of the newsroom too. Absent: as Accept prefers, "
                                            + "by default false.")
                    @QueryParam("files")
                    @Nullable
                    String files,
            @Context Request request) {
        return content(withFiles(files, request));
    }

    /** The same for clients that accept an archive only; the contract describes both as one operation. */
    @GET
    @Produces(TAR + ";qs=0.5")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> archive(
            @QueryParam("files") @Nullable String files, @Context Request request) {
        return content(withFiles(files, request));
    }

    private RestResponse<StreamingOutput> content(boolean withFiles) {
        takePermit(current.getCurrent());
        StreamingOutput content = withFiles ? this::archive : this::lines;
        return RestResponse.ResponseBuilder.ok(content)
                .header("Content-Type", withFiles ? TAR : NDJSON)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"gazette." + (withFiles ? "tar" : "ndjson") + "\"")
                .build();
    }

    /** The parameter decides, and Accept must allow what it names; without it, Accept decides. */
    private static boolean withFiles(@Nullable String files, Request request) {
        List<Variant> offered = files == null
                ? List.of(LINES, ARCHIVE)
                : List.of(ParameterValue.flag("files", files) ? ARCHIVE : LINES);
        Variant preferred = request.selectVariant(offered);
        if (preferred == null) {
            throw new NotAcceptableException();
        }
        return preferred.equals(ARCHIVE);
    }

    /** Takes one of the few permits until the end of the request, whether it gets content or not. No thread waits for one. */
    private void takePermit(RoutingContext request) {
        if (!running.tryAcquire()) {
            throw Problem.of(
                    ProblemType.UNAVAILABLE,
                    "This server runs as many exports as it may at once. Repeat the request when one has ended.");
        }
        AtomicBoolean returned = new AtomicBoolean();
        Runnable release = () -> {
            if (returned.compareAndSet(false, true)) {
                running.release();
            }
        };
        request.addEndHandler(ended -> release.run());
        if (request.response().ended() || request.response().closed()) {
            // The client has gone meanwhile, and the end handler will not be called.
            release.run();
        }
    }

    private static Variant variant(String mediaType) {
        return new Variant(MediaType.valueOf(mediaType), (Locale) null, null);
    }

    private void lines(OutputStream out) throws IOException {
        try (Snapshot snapshot = Snapshot.of(database)) {
            new ContentExport(snapshot, new LineOutput(out)).write(clock.instant());
        }
    }

    private void archive(OutputStream out) throws IOException {
        try (Snapshot snapshot = Snapshot.of(database)) {
            archive(snapshot, new TarOutput(out));
        }
    }

    private void archive(Snapshot snapshot, TarOutput archive) throws IOException {
        new ContentExport(snapshot, archive).write(clock.instant());
        archive.flush();
        List<String> missing = new ArrayList<>();
        List<StoredFile> page = snapshot.files("", PAGE);
        while (!page.isEmpty()) {
            for (StoredFile stored : page) {
                Optional<Path> file = files.find(stored);
                if (file.isPresent()) {
                    archive.file(file.get());
                } else {
                    missing.add(stored.hash());
                    LOG.warnf("A file is missing in the store and in an export; file=%s", stored.hash());
                }
            }
            page = snapshot.files(page.get(page.size() - 1).hash(), PAGE);
        }
        archive.end(missing);
    }
}
