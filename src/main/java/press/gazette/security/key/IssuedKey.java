package press.gazette.security.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key with its secret, for the response that shows it once. */
@Schema(description = "A key that has just been issued.")
public record IssuedKey(
        @JsonUnwrapped KeyView view,

        @Schema(
                description = "The key for the header Authorization: Bearer. It is shown only in this "
                        + "response and cannot be read again.",
                example = "gz_7dPq2XbKw0Yc5VtRmE8sLfAzN1uJh6Go000000")
        String key) {

    static IssuedKey of(AccessKey key, KeyText text) {
        return new IssuedKey(KeyView.of(key), text.reveal());
    }

    /** Without the secret, since logs may contain it. */
    @Override
    public String toString() {
        return "IssuedKey[" + view + "]";
    }
}
