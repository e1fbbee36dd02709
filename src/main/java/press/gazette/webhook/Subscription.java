package press.gazette.webhook;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.TagExpression;

/**
 * The changes that a webhook gets. Empty sets do not narrow them.
 *
 * @param tags a {@link TagExpression} of ids, as text; only articles match it. Null: any
 */
public record Subscription(
        Set<WebhookType> types,
        Set<WebhookKind> kinds,
        @Nullable String tags) {

    public Subscription {
        types = Set.copyOf(types);
        kinds = Set.copyOf(kinds);
    }

    /** True if changes of this type and kind are wanted, apart from the tags. */
    public boolean includes(WebhookType type, WebhookKind kind) {
        return (types.isEmpty() || types.contains(type)) && (kinds.isEmpty() || kinds.contains(kind));
    }

    /** The parsed tags; empty: any. */
    public Optional<TagExpression> expression() {
        return Optional.ofNullable(tags).map(TagExpression::parse);
    }
}
