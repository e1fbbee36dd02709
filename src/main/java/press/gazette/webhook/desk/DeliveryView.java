package press.gazette.webhook.desk;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.WebhookDelivery;

/** One event for a webhook, with its last attempt. */
@Schema(description = "One event for a webhook, with its last attempt.")
record DeliveryView(
        @Schema(description = "The webhook-id of every attempt.")
        UUID id,

        @Schema(description = "Type of the event.", example = "article.published")
        String type,

        @Schema(
                description = "Position of the change in the ledger. Absent if the event is no change, such as a test.",
                example = "8123")
        @Nullable
        Long seq,

        @Schema(
                description = "pending: an attempt will follow. delivered: the receiver has accepted it. failed: no "
                        + "attempt is left. cancelled: the webhook was disabled before.")
        DeliveryState state,

        @Schema(description = "When the event was queued.") Instant createdAt,

        @Schema(description = "Number of attempts so far.", example = "1")
        int attempts,

        @Schema(description = "The last attempt. Absent before the first.") @Nullable
        Instant attemptedAt,

        @Schema(description = "The next attempt. Absent unless pending.") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "Status of the last response. Absent if there was none.", example = "503") @Nullable
        Integer status,

        @Schema(
                description = "Beginning of the last response, or the reason for having none; at most 1,000 "
                        + "characters. Absent before the first attempt.",
                example = "No response within 15000 ms")
        @Nullable
        String response) {

    static DeliveryView of(WebhookDelivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.event().type(),
                delivery.event().seq(),
                delivery.state(),
                delivery.createdAt(),
                delivery.attempts(),
                delivery.attemptedAt(),
                delivery.dueAt(),
                delivery.status(),
                delivery.response());
    }
}
