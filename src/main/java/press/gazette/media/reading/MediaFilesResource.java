package press.gazette.media.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.address.Id;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Subject;
import press.gazette.delivery.FileDelivery;
import press.gazette.delivery.ServedFile;
import press.gazette.media.MediaAddress;
import press.gazette.media.file.FileStore;
import press.gazette.media.file.StoredFile;
import press.gazette.problem.Problem;

/** Serves films, sounds and documents of the newsroom. Their addresses stand in JSON and bodies; docs/media.md describes them. */
@Serves(Kind.MEDIA)
@jakarta.ws.rs.Path(MediaAddress.FOLDER)
public class MediaFilesResource {

    private final FileDelivery delivery;
    private final FileStore store;
    private final Clock clock;

    MediaFilesResource(FileDelivery delivery, FileStore store, Clock clock) {
        this.delivery = delivery;
        this.store = store;
        this.clock = clock;
    }

    @GET
    @jakarta.ws.rs.Path("{id}/file/{name}")
    @Operation(hidden = true)
    public RestResponse<PathPart> file(@PathParam("id") String text, @PathParam("name") String name) {
        UUID id = Id.of(text).map(Id::value).orElseThrow(MediaFilesResource::unknown);
        Instant now = clock.instant();
        FileRow row = FileRow.of(id)
                .filter(known -> MediaAddress.name(known.file()).equals(name))
                .orElseThrow(MediaFilesResource::unknown)
                .requireRights(now);
        StoredFile file = row.file();
        Path path = store.path(file);
        if (!Files.isReadable(path)) {
            throw FileStore.unavailable();
        }
        Duration rest = row.rightsExpireAt() == null ? null : Duration.between(now, row.rightsExpireAt());
        return delivery.send(new ServedFile(
                path,
                file.bytes(),
                file.type().mediaType(),
                '"' + file.hash() + '"',
                List.of(Subject.media(id)),
                rest));
    }

    private static Problem unknown() {
        return Problem.notFound("file");
    }
}
