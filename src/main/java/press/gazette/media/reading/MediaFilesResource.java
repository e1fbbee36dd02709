package press.gazette.media.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

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
import press.gazette.media.rendition.RenditionMaker;
import press.gazette.media.rendition.RenditionRequest;
import press.gazette.problem.Problem;

/** Serves films, sounds, documents and renditions of pictures. Their addresses stand in JSON and bodies; docs/media.md describes them. */
@Serves(Kind.MEDIA)
@jakarta.ws.rs.Path(MediaAddress.FOLDER)
public class MediaFilesResource {

    private final ServedFiles files;
    private final FileDelivery delivery;
    private final FileStore store;
    private final RenditionMaker maker;
    private final Clock clock;

    MediaFilesResource(ServedFiles files, FileDelivery delivery, FileStore store, RenditionMaker maker, Clock clock) {
        this.files = files;
        this.delivery = delivery;
        this.store = store;
        this.maker = maker;
        this.clock = clock;
    }

    @GET
    @jakarta.ws.rs.Path("{id}/file/{name}")
    @Operation(hidden = true)
    public RestResponse<PathPart> file(@PathParam("id") String text, @PathParam("name") String name) {
        UUID id = id(text);
        Instant now = clock.instant();
        FileRow row = files.find(id, known -> known.isPublic(name))
                .orElseThrow(MediaFilesResource::unknown)
                .requireRights(now);
        StoredFile file = row.file();
        Path path = store.path(file);
        if (!Files.isReadable(path)) {
            throw FileStore.unavailable();
        }
        return delivery.send(new ServedFile(
                path,
                file.bytes(),
                file.type().mediaType(),
                '"' + file.hash() + '"',
                List.of(Subject.media(id)),
                row.rest(now)));
    }

    @GET
    @jakarta.ws.rs.Path("{id}/{preset}/{name: [0-9a-f]+\\.(jpg|webp)}")
    @Operation(hidden = true)
    public RestResponse<PathPart> rendition(@PathParam("id") String text, @Context UriInfo address) {
        UUID id = id(text);
        Instant now = clock.instant();
        FileRow row = files.find(id, known -> known.rendition(address.getPath()).isPresent())
                .orElseThrow(MediaFilesResource::unknown);
        RenditionRequest wanted = row.rendition(address.getPath()).orElseThrow(MediaFilesResource::unknown);
        row.requireRights(now);
        Path path = maker.file(wanted);
        return delivery.send(new ServedFile(
                path,
                FileStore.size(path),
                wanted.mediaType(),
                '"' + wanted.version() + "-" + wanted.extension() + '"',
                List.of(Subject.media(id)),
                row.rest(now)));
    }

    private static UUID id(String text) {
        return Id.of(text).map(Id::value).orElseThrow(MediaFilesResource::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("file");
    }
}
