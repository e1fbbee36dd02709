package press.gazette.security.key;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Id;
import press.gazette.problem.Problem;

/** The id of a key in a request's path. */
@Schema(type = SchemaType.STRING, description = "Id of the key.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
public record KeyRef(String text) {

    /**
     * The key, valid or not.
     *
     * @throws Problem {@code not-found}
     */
    AccessKey find() {
        return Id.of(text).map(Id::value).flatMap(AccessKey::byId).orElseThrow(() -> Problem.notFound("key"));
    }
}
