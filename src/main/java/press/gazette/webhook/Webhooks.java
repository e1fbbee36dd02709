package press.gazette.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.listing.TagExpression;
import press.gazette.change.Edit;
import press.gazette.problem.Problem;
import press.gazette.security.SealedSecrets;
import press.gazette.sending.TargetPolicy;
import press.gazette.tag.TagLookup;

/** Creates webhooks and checks their content against the settings and the vocabulary. */
@Singleton
public class Webhooks {

    private final WebhookConfig config;
    private final SealedSecrets seals;
    private final TargetPolicy targets;

    Webhooks(WebhookConfig config, SealedSecrets seals) {
        this.config = config;
        this.seals = seals;
        this.targets = new TargetPolicy(config.webhookAllowedHosts().orElse(List.of()));
    }

    /** The URLs to which webhooks may go. */
    public TargetPolicy targets() {
        return targets;
    }

    /**
     * Creates a webhook with a new secret.
     *
     * @throws Problem {@code conflict} if there are too many
     */
    public Webhook create(WebhookContent content, SigningSecret secret, Edit edit) {
        if (Webhook.count() >= config.webhooksMax()) {
            throw Problem.conflict("There are already " + config.webhooksMax() + " webhooks. Remove one of them.");
        }
        return Webhook.create(content, secret, seals, edit);
    }

    /** A new secret, which is not stored yet. */
    public SigningSecret secret() {
        return SigningSecret.random();
    }

    /** Replaces the secret. */
    public void rotate(Webhook webhook, SigningSecret next, Edit edit) {
        webhook.rotate(next, seals, config.webhookSecretOverlap(), edit.at());
    }

    /**
     * The expression with ids in place of slugs: a tag keeps its id when its slug changes.
     *
     * @throws Problem {@code invalid-content} at {@code /tags}, if there is no such tag
     */
    public @Nullable String stored(@Nullable String tags) {
        if (tags == null) {
            return null;
        }
        TagExpression expression = TagExpression.parse(tags);
        Map<Ref, TagLookup.Found> found =
                TagLookup.of(expression.refs().distinct().toList(), false).tags();
        return expression.text(ref -> {
            if (!found.containsKey(ref)) {
                throw Problem.invalidContent("/tags", "There is no tag \"" + ref.text() + "\".");
            }
            return found.get(ref).id().toString();
        });
    }

    /** The first failed attempts of these webhooks since the last accepted one; without those that do not fail. */
    public Map<UUID, Instant> failing(Collection<Webhook> webhooks) {
        return WebhookQueue.failing(webhooks.stream().map(Webhook::id).toList());
    }

    /** The expressions of these webhooks with the current slugs of the tags; the id of a tag that is hidden or gone. */
    public Map<UUID, String> shownTags(Collection<Webhook> webhooks) {
        Map<UUID, TagExpression> expressions = webhooks.stream()
                .filter(webhook -> webhook.content().subscription().tags() != null)
                .collect(Collectors.toMap(
                        Webhook::id,
                        webhook -> webhook.content().subscription().expression().orElseThrow()));
        List<Ref> refs = expressions.values().stream()
                .flatMap(TagExpression::refs)
                .distinct()
                .toList();
        Map<Ref, TagLookup.Found> found =
                refs.isEmpty() ? Map.of() : TagLookup.of(refs, false).tags();
        return expressions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .text(ref ->
                                        found.containsKey(ref) ? found.get(ref).slug() : ref.text())));
    }
}
