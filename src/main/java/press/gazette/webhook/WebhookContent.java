package press.gazette.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The part of a webhook that editors write.
 *
 * @param url of the receiver. It may hold a secret: logs never have it
 * @param notices true if it also gets an event when Gazette disables another webhook
 */
public record WebhookContent(
        String url, @Nullable String description, Subscription subscription, boolean enabled, boolean notices) {}
