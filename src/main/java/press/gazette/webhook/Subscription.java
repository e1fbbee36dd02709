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

    /** The parsed tags; empty: any. */
    public Optional<TagExpression> expression() {
        return Optional.ofNullable(tags).map(TagExpression::parse);
    }
}
