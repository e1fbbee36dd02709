package press.gazette.security.key;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A well-formed key from a request. {@link KeyRing} decides if it is valid. */
final class PresentedKey extends BaseAuthenticationRequest {

    private final KeyText text;

    PresentedKey(KeyText text) {
        this.text = text;
    }

    KeyText text() {
        return text;
    }
}
