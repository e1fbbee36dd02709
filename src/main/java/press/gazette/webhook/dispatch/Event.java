package press.gazette.webhook.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;

/**
 * The body of a request.
 *
 * @param type of the thing and of its change, such as {@code article.published}
 * @param timestamp of the change
 */
record Event(String type, Instant timestamp, Data data) {

    /** The bound that Standard Webhooks recommends. */
    private static final int MOST_BYTES = 20_000;

    /** Some 200 characters each: they take a quarter of the bound. */
    static final int MOST_FORMER_SLUGS = 25;

    /**
     * The change. Content is not in it: the receiver reads the present one with its own rights.
     *
     * @param seq the position of the change in the ledger
     * @param id of an article, tag or picture; null for others
     * @param slug at which readers find an article or tag; null for others, and for what they do not see any more
     * @param key of a list or page; null for others
     * @param href where readers find it; null if it has no address of its own
     * @param formerSlugs that lead to it since this change; null: none
     * @param reason the class of reason of a withdrawal; null for others
     * @param version of an article that readers see; null for others
     * @param groups the cache groups of all responses that may differ now
     * @param moreGroups the number of groups that are left out for their length; of an import, the number of its changes at most;
     *     null: none
     * @param after the last change before those of an import; null for others
     */
    record Data(
            long seq,
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable String key,
            @Nullable String href,
            @Nullable List<String> formerSlugs,
            @Nullable String reason,
            @Nullable Integer version,
            List<String> groups,
            @Nullable Integer moreGroups,
            @Nullable Long after) {

        Data withGroups(int most) {
            return new Data(
                    seq,
                    id,
                    slug,
                    key,
                    href,
                    formerSlugs,
                    reason,
                    version,
                    groups.subList(0, most),
                    groups.size() - most,
                    after);
        }
    }

    /** The JSON, with as many groups as fit. */
    String json() {
        String whole = Json.column(this);
        int most = data.groups().size();
        while (whole.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES && most > 0) {
            most /= 2;
            whole = Json.column(new Event(type, timestamp, data.withGroups(most)));
        }
        return whole;
    }
}
