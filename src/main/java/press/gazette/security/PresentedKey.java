package press.gazette.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that came with a request and is well formed; whether it opens anything is for the {@link KeyRing} to say. */
final class PresentedKey extends BaseAuthenticationRequest {

    private final KeyText text;

    PresentedKey(KeyText text) {
        this.text = text;
    }

    KeyText text() {
        return text;
    }
}
