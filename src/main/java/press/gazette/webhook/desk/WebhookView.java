package press.gazette.webhook.desk;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.webhook.Disabling;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookContent;
import press.gazette.webhook.WebhookKind;
import press.gazette.webhook.WebhookType;

/** A webhook as the desk shows it: everything but its secret. */
@Schema(description = "A webhook without its secret.")
record WebhookView(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "URL of the receiver.", example = "https://hooks.example/gazette")
        String url,

        @Schema(description = "Purpose of the webhook. Absent: nobody has given one.", example = "Builds the web site")
        @Nullable
        String description,

        @Schema(description = "The types of content whose changes are sent. Absent: all.") @Nullable
        SortedSet<WebhookType> types,

        @Schema(description = "The kinds of changes that are sent. Absent: all.") @Nullable
        SortedSet<WebhookKind> kinds,

        @Schema(
                description = "The expression of tags that articles must match. Absent: any.",
                example = "putin,-opinion")
        @Nullable
        String tags,

        @Schema(description = "True if changes are sent.") boolean enabled,

        @Schema(description = "True if an event tells it when Gazette disables another webhook.")
        boolean notices,

        @Schema(
                description = "The reason why Gazette has disabled the webhook. gone: the receiver has responded with "
                        + "410. failing: it has accepted nothing for five days. Absent: Gazette has not.")
        @Nullable
        Disabling disabledReason,

        @Schema(description = "When Gazette disabled the webhook. Absent: it has not.") @Nullable
        Instant disabledAt,

        @Schema(
                description = "The first failed request since the last that the receiver has accepted. Absent: the "
                        + "last one was accepted, or there was none.")
        @Nullable
        Instant failingSince,

        @Schema(description = "When the replaced secret stops signing requests. Absent if only one signs.") @Nullable
        Instant formerSecretUntil,

        @Schema(description = "When the webhook was created.")
        Instant createdAt) {

    /**
     * The view at a time.
     *
     * @param tags with slugs; null: any
     * @param failingSince null: it does not fail
     */
    static WebhookView of(Webhook webhook, @Nullable String tags, @Nullable Instant failingSince, Instant now) {
        WebhookContent content = webhook.content();
        return new WebhookView(
                webhook.id(),
                content.url(),
                content.description(),
                content.subscription().types().isEmpty()
                        ? null
                        : new TreeSet<>(content.subscription().types()),
                content.subscription().kinds().isEmpty()
                        ? null
                        : new TreeSet<>(content.subscription().kinds()),
                tags,
                content.enabled(),
                content.notices(),
                webhook.disabledReason(),
                webhook.disabledAt(),
                failingSince,
                webhook.formerSecretUntil(now),
                webhook.createdAt());
    }
}
