package press.gazette.webhook;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Id;
import press.gazette.desk.DeskRef;
import press.gazette.problem.Problem;

/** The id of a webhook in a request's path. */
@Schema(type = SchemaType.STRING, description = "Id of the webhook.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
public record WebhookRef(String text) implements DeskRef<Webhook> {

    /** The webhook; {@code not-found} if there is none. */
    public Webhook find() {
        return Webhook.<Webhook>findByIdOptional(id()).orElseThrow(WebhookRef::unknown);
    }

    @Override
    public void check() {
        id();
    }

    @Override
    public Webhook locked() {
        WebhookQueue.locked(id());
        return Webhook.locked(id()).orElseThrow(WebhookRef::unknown);
    }

    private UUID id() {
        return Id.of(text).map(Id::value).orElseThrow(WebhookRef::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("webhook");
    }
}
