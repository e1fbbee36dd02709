package press.gazette.webhook.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.webhook.Webhook;

/**
 * The listing of webhooks, the newest first: ids increase with time.
 *
 * @param after the last id of the page before; null for the first page
 */
record WebhookQuery(Limit limit, @Nullable UUID after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/webhooks");

    /**
     * Parses the parameters.
     *
     * @throws Problem {@code invalid-parameter} or {@code invalid-cursor}, before any statement
     */
    static WebhookQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new WebhookQuery(Limit.parse(limit), cursor == null ? null : after(cursor));
    }

    private static UUID after(String cursor) {
        String id = Cursor.decode(cursor, ADDRESS, 1).key().get(0);
        return Id.of(id).map(Id::value).orElseThrow(Cursor::unreadable);
    }

    /** Reads one page, with one statement. */
    Page<Webhook> page() {
        Map<String, Object> parameters = new HashMap<>();
        if (after != null) {
            parameters.put("after", after);
        }
        List<Webhook> rows = Webhook.<Webhook>find(
                        "from Webhook w " + (after == null ? "" : "where w.id < :after ") + "order by w.id desc",
                        parameters)
                .range(0, limit.value())
                .list();
        return Page.of(rows, limit, webhook -> Cursor.of(webhook.id()));
    }
}
