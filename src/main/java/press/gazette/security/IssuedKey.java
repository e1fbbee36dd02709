package press.gazette.security;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key at the one moment when it is shown. */
@Schema(description = "A key that has just been issued.")
public record IssuedKey(
        @JsonUnwrapped KeyView view,

        @Schema(
                description =
                        "The key itself, for the header Authorization: Bearer. Shown this once; nobody can read it again.",
                example = "gz_7dPq2XbKw0Yc5VtRmE8sLfAzN1uJh6Go000000")
        String key) {

    static IssuedKey of(AccessKey key, KeyText text) {
        return new IssuedKey(KeyView.of(key), text.reveal());
    }

    /** Never the key: this is what a log would show. */
    @Override
    public String toString() {
        return "IssuedKey[" + view + "]";
    }
}
