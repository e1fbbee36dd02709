package press.gazette.media;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Id;
import press.gazette.desk.DeskRef;
import press.gazette.problem.Problem;

/** The id of a picture in a request. */
@Schema(type = SchemaType.STRING, description = "Id of the picture.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
public record MediaRef(String text) implements DeskRef<Media> {

    /**
     * The id. Needs no database.
     *
     * @throws Problem {@code not-found} if the text is not a UUID
     */
    public UUID id() {
        return Id.of(text).map(Id::value).orElseThrow(MediaRef::unknown);
    }

    /** The picture; {@code not-found} if there is none. */
    public Media find() {
        return Media.<Media>findByIdOptional(id()).orElseThrow(MediaRef::unknown);
    }

    @Override
    public void check() {
        id();
    }

    @Override
    public Media locked() {
        return Media.locked(id()).orElseThrow(MediaRef::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("picture");
    }
}
