package press.gazette.media.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.Blocking;
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
import press.gazette.media.UseCrops;
import press.gazette.media.file.FileStore;
import press.gazette.media.file.StoredFile;
import press.gazette.media.rendition.RenditionMaker;
import press.gazette.problem.Problem;

/** Serves films, sounds, documents, SVG and renditions of pictures. Their addresses stand in JSON and bodies; docs/media.md describes them. */
@Serves(Kind.MEDIA)
@jakarta.ws.rs.Path(MediaAddress.FOLDER)
public class MediaFilesResource {

    private final ServedFiles files;
    private final FileDelivery delivery;
    private final FileStore store;
    private final RenditionMaker maker;
    private final UseCrops crops;
    private final Clock clock;

    MediaFilesResource(
            ServedFiles files,
            FileDelivery delivery,
            FileStore store,
            RenditionMaker maker,
            UseCrops crops,
            Clock clock) {
        this.files = files;
        this.delivery = delivery;
        this.store = store;
        this.maker = maker;
        this.crops = crops;
        this.clock = clock;
    }

    @GET
    @jakarta.ws.rs.Path("{id}/file/{name}")
    @Blocking
    @Operation(hidden = true)
    public CompletionStage<RestResponse<PathPart>> file(@PathParam("id") String text, @PathParam("name") String name) {
        UUID id = id(text);
        Instant now = clock.instant();
        FileRow row = files.find(id, known -> known.isPublic(name))
                .orElseThrow(MediaFilesResource::unknown)
                .requireRights(now);
        StoredFile file = row.file();
        List<Subject> subjects = List.of(Subject.media(id));
        return delivery.send(store.read(file)
                .thenApply(path -> new ServedFile(
                        path,
                        file.bytes(),
                        file.type().mediaType(),
                        '"' + file.hash() + '"',
                        subjects,
                        row.rest(now))));
    }

    @GET
    @jakarta.ws.rs.Path("{id}/{preset}/{name: [0-9a-f]+\\.(jpg|webp)}")
    @Blocking
    @Operation(hidden = true)
    public CompletionStage<RestResponse<PathPart>> rendition(
            @PathParam("id") String text, @PathParam("preset") String preset, @Context UriInfo at) {
        UUID id = id(text);
        Optional<UseCrops.Crop> crop = crops.at(at.getPath());
        String address = crop.map(UseCrops.Crop::address).orElse(at.getPath());
        Instant now = clock.instant();
        FileRow row = files.find(id, known -> known.hasAddress(preset, address))
                .orElseThrow(MediaFilesResource::unknown)
                .requireRights(now);
        List<Subject> subjects = List.of(Subject.media(id));
        return row.rendition(address)
                .map(own -> crop.map(each -> own.about(each.focus(), MediaAddress.version(at.getPath())))
                        .orElse(own))
                .map(wanted -> delivery.send(maker.file(wanted)
                        .thenApply(path -> new ServedFile(
                                path,
                                FileStore.size(path),
                                wanted.mediaType(),
                                '"' + wanted.version() + "-" + wanted.extension() + '"',
                                subjects,
                                row.rest(now)))))
                .orElseGet(() -> CompletableFuture.completedFuture(delivery.moved(
                        row.successor(preset, address)
                                .map(next -> crop.map(each -> crops.about(each.focus(), next))
                                        .orElse(next))
                                .orElseThrow(MediaFilesResource::unknown),
                        subjects,
                        row.rest(now))));
    }

    private static UUID id(String text) {
        return Id.of(text).map(Id::value).orElseThrow(MediaFilesResource::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("file");
    }
}
