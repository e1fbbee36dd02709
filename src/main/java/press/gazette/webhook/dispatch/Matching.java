package press.gazette.webhook.dispatch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.article.listing.TagExpression;
import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.tag.TagLookup;
import press.gazette.webhook.Subscription;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookKind;
import press.gazette.webhook.WebhookType;

/** Finds the webhooks that get a change. */
final class Matching {

    /** @param tags null: any */
    private record Receiver(
            UUID id,
            long afterSeq,
            Subscription subscription,
            @Nullable TagExpression tags) {}

    private final List<Receiver> receivers;

    /** The present tags of all expressions: one may have been merged into another. */
    private final Map<Ref, TagLookup.Found> found;

    private Matching(List<Receiver> receivers, Map<Ref, TagLookup.Found> found) {
        this.receivers = receivers;
        this.found = found;
    }

    /** The changes since each was enabled. */
    static Matching of(Collection<Webhook> webhooks) {
        return of(webhooks.stream()
                .map(webhook -> receiver(webhook, webhook.afterSeq()))
                .toList());
    }

    /** All changes that the webhook would get now. */
    static Matching ofReplay(Webhook webhook) {
        return of(List.of(receiver(webhook, 0)));
    }

    private static Receiver receiver(Webhook webhook, long afterSeq) {
        Subscription subscription = webhook.content().subscription();
        return new Receiver(
                webhook.id(), afterSeq, subscription, subscription.expression().orElse(null));
    }

    /** Looks up the tags of all receivers with one statement. */
    private static Matching of(List<Receiver> receivers) {
        Set<Ref> refs = receivers.stream()
                .flatMap(receiver -> Optional.ofNullable(receiver.tags()).stream())
                .flatMap(TagExpression::refs)
                .collect(Collectors.toSet());
        return new Matching(
                receivers, refs.isEmpty() ? Map.of() : TagLookup.of(refs, false).tags());
    }

    /** The ids of the webhooks that get the change. */
    List<UUID> receivers(Change change) {
        Optional<WebhookType> type = WebhookType.of(change.subject());
        if (type.isEmpty()) {
            return List.of();
        }
        WebhookKind kind = WebhookKind.of(change.kind());
        return receivers.stream()
                .filter(receiver -> change.seq() > receiver.afterSeq()
                        && receiver.subscription().includes(type.get(), kind)
                        && (receiver.tags() == null
                                || (type.get() == WebhookType.ARTICLE && matches(receiver.tags(), tags(change)))))
                .map(Receiver::id)
                .toList();
    }

    /** The tags that the article has, or had before the change. */
    private static Set<UUID> tags(Change change) {
        return change.touched().stream()
                .filter(subject -> subject.kind() == Subject.Kind.TAG)
                .map(Subject::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean matches(TagExpression expression, Set<UUID> tags) {
        if (expression instanceof TagExpression.One one) {
            return tags.contains(id(one.tag()));
        }
        if (expression instanceof TagExpression.Not not) {
            return !matches(not.operand(), tags);
        }
        if (expression instanceof TagExpression.All all) {
            return all.operands().stream().allMatch(operand -> matches(operand, tags));
        }
        return ((TagExpression.Any) expression).operands().stream().anyMatch(operand -> matches(operand, tags));
    }

    private @Nullable UUID id(Ref tag) {
        TagLookup.Found current = found.get(tag);
        return current != null ? current.id() : tag instanceof Id id ? id.value() : null;
    }
}
