package press.gazette.media.reading;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Subject;
import press.gazette.delivery.FileDelivery;
import press.gazette.delivery.ServedFile;
import press.gazette.media.MediaAddress;
import press.gazette.media.file.FileStore;
import press.gazette.media.rendition.Presets;
import press.gazette.media.rendition.RenditionMaker;
import press.gazette.media.rendition.RenditionRequest;
import press.gazette.problem.Problem;

/** Serves pictures in sizes that no preset has, at addresses that the newsroom's own programs sign. docs/media.md describes them. */
@Serves(Kind.MEDIA)
@Path(SizedPicturesResource.FOLDER)
public class SizedPicturesResource {

    static final String FOLDER = MediaAddress.FOLDER + "/signed";

    private static final Pattern SOURCE =
            Pattern.compile(MediaAddress.FOLDER + "/([0-9a-f-]{36})/([^/]+)/[0-9a-f]+\\.(?:jpg|webp)");

    private final ServedFiles files;
    private final FileDelivery delivery;
    private final RenditionMaker maker;
    private final Presets presets;
    private final Clock clock;
    private final int most;

    /** Null: there are no such addresses. */
    private final @Nullable SizeSignature signatures;

    SizedPicturesResource(
            ServedFiles files,
            FileDelivery delivery,
            RenditionMaker maker,
            Presets presets,
            Clock clock,
            SizeConfig config) {
        this.files = files;
        this.delivery = delivery;
        this.maker = maker;
        this.presets = presets;
        this.clock = clock;
        this.most = config.max();
        this.signatures = SizeSignature.of(config);
    }

    /** Makes the bean at the start: settings that cannot be used stop it. */
    void start(@Observes StartupEvent event) {}

    @GET
    @Path("{signature}/{path: .+}")
    @Blocking
    @Operation(hidden = true)
    public CompletionStage<RestResponse<PathPart>> sized(
            @PathParam("signature") String signature, @PathParam("path") String text, @Context UriInfo at) {
        String path = signed(at.getRequestUri().getRawPath(), signature);
        SizeOptions options = SizeOptions.parse(path, most);
        String source = path(options.source());
        Matcher parts = SOURCE.matcher(source);
        UUID id = parts.matches() ? Id.of(parts.group(1)).map(Id::value).orElse(null) : null;
        if (id == null) {
            throw unknown();
        }
        Instant now = clock.instant();
        FileRow row = files.find(id, known -> known.hasAddress(parts.group(2), source))
                .orElseThrow(SizedPicturesResource::unknown)
                .requireRights(now);
        RenditionRequest wanted = presets.free(
                row.file(),
                Objects.requireNonNullElse(options.focus(), row.framing().point()),
                options.width(),
                options.height(),
                options.isCropped(),
                options.isWebP());
        List<Subject> subjects = List.of(Subject.media(id));
        return delivery.send(maker.file(wanted)
                .thenApply(file -> new ServedFile(
                        file,
                        FileStore.size(file),
                        wanted.mediaType(),
                        '"' + wanted.version() + "-" + wanted.extension() + '"',
                        subjects,
                        row.rest(now))));
    }

    /** The path behind the signature; a wrong signature is an unknown address. */
    private String signed(String raw, String signature) {
        int at = raw.indexOf("/" + signature + "/");
        String path = at < 0 ? "" : raw.substring(at + signature.length() + 1);
        if (signatures == null || !signatures.isOf(path, signature)) {
            throw unknown();
        }
        return path;
    }

    /** An imgproxy may have been given absolute addresses. */
    private static String path(String source) {
        try {
            return source.startsWith("http") ? String.valueOf(URI.create(source).getRawPath()) : source;
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("file");
    }
}
