package press.gazette.webhook.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;
import press.gazette.webhook.DeliveryState;
import press.gazette.webhook.WebhookDelivery;

/**
 * The deliveries of a webhook, the latest first.
 *
 * @param state null: any
 * @param after the end of the page before; null for the first page
 */
record DeliveryQuery(
        UUID webhook,
        ListingAddress address,
        Limit limit,
        @Nullable DeliveryState state,
        @Nullable DatedKey after) {

    /**
     * Parses the parameters.
     *
     * @throws Problem {@code invalid-parameter} or {@code invalid-cursor}
     */
    static DeliveryQuery parse(UUID webhook, @Nullable String state, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/desk/webhooks/" + webhook + "/deliveries")
                .with("state", state);
        return new DeliveryQuery(
                webhook,
                address,
                Limit.parse(limit),
                state == null ? null : ParameterValue.parse("state", state, DeliveryState.values(), each -> each.word),
                DatedKey.parse(cursor, address));
    }

    /** Reads one page, with one statement. */
    Page<DeliveryView> page() {
        StringBuilder hql = new StringBuilder("from WebhookDelivery d join fetch d.event where d.webhookId = :webhook");
        Map<String, Object> parameters = new HashMap<>(Map.of("webhook", webhook));
        if (state != null) {
            hql.append(" and d.state = :state");
            parameters.put("state", state);
        }
        if (after != null) {
            hql.append(" and (d.createdAt, d.id) < (:date, :id)");
            parameters.put("date", after.date());
            parameters.put("id", after.id());
        }
        hql.append(" order by d.webhookId desc, ")
                .append(state == null ? "" : "d.state desc, ")
                .append("d.createdAt desc, d.id desc");
        List<WebhookDelivery> rows = WebhookDelivery.<WebhookDelivery>find(hql.toString(), parameters)
                .range(0, limit.value())
                .list();
        Page<WebhookDelivery> page = Page.of(rows, limit, each -> new DatedKey(each.createdAt(), each.id()).cursor());
        return page.with(page.items().stream().map(DeliveryView::of).toList());
    }
}
