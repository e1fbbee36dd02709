package press.gazette.webhook.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.desk.idempotency.ShownOnce;
import press.gazette.webhook.SigningSecret;

/** A webhook with its new secret, for the response that shows it once. */
@Schema(description = "A webhook whose secret has just been made.")
record IssuedWebhook(
        @JsonUnwrapped WebhookView view,

        @Schema(
                description = "The secret that signs the requests, whsec_ and Base64 of 32 bytes. It is shown only in "
                        + "this response and cannot be read again. Absent in a dry run and in the response to a "
                        + "repeated request.",
                example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
        @Nullable
        String secret)
        implements ShownOnce {

    static IssuedWebhook of(WebhookView view, SigningSecret secret) {
        return new IssuedWebhook(view, secret.reveal());
    }

    @Override
    public IssuedWebhook withoutSecret() {
        return new IssuedWebhook(view, null);
    }

    /** Without the secret, since logs may contain it. */
    @Override
    public String toString() {
        return "IssuedWebhook[" + view + "]";
    }
}
