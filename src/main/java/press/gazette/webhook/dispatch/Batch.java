package press.gazette.webhook.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.sending.Reply;
import press.gazette.webhook.SigningSecret;
import press.gazette.webhook.WebhookDelivery;

/**
 * Deliveries of one webhook that this node sends together.
 *
 * @param lease the end of the lease on the webhook's queue, which identifies it
 * @param secrets that sign; empty if this node cannot read them
 */
record Batch(UUID webhook, Instant lease, String url, List<SigningSecret> secrets, List<Sending> sendings) {

    /**
     * A delivery to be sent.
     *
     * @param attempt from 1
     */
    record Sending(UUID delivery, int attempt, String body) {

        static Sending of(WebhookDelivery delivery) {
            return new Sending(
                    delivery.id(), delivery.attempts() + 1, delivery.event().body());
        }
    }

    /**
     * The result of an attempt: a response or a failure.
     *
     * @param failure the reason for having no response; null if there is one
     */
    record Outcome(
            Sending sending,
            @Nullable Reply reply,
            @Nullable String failure) {

        private static final int GONE = 410;

        boolean isAccepted() {
            return reply != null && reply.status() / 100 == 2;
        }

        /** True if the receiver refuses further requests. */
        boolean isGone() {
            return reply != null && reply.status() == GONE;
        }

        @Nullable
        Integer status() {
            return reply == null ? null : reply.status();
        }

        @Nullable
        String retryAfter() {
            return reply == null ? null : reply.retryAfter();
        }

        /** The beginning of the response, or the reason for having none. */
        String text() {
            return reply != null ? reply.beginning() : String.valueOf(failure);
        }
    }

    /** A batch after all its attempts. */
    record Sent(Batch batch, List<Outcome> outcomes) {}
}
