package press.gazette.media.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.media.Media;
import press.gazette.media.file.MediumKind;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;

/**
 * The desk's listing of media, the newest first: ids increase with time.
 *
 * @param kind null: all
 * @param rights null: all
 * @param after the last id of the page before; null for the first page
 */
record DeskMediaQuery(
        ListingAddress address,
        @Nullable MediumKind kind,
        @Nullable RightsFilter rights,
        Limit limit,
        @Nullable UUID after) {

    /**
     * Parses the parameters.
     *
     * @throws Problem {@code invalid-parameter} or {@code invalid-cursor}, before any statement
     */
    static DeskMediaQuery parse(
            @Nullable String type, @Nullable String rights, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address =
                ListingAddress.of("/v1/desk/media").with("type", type).with("rights", rights);
        return new DeskMediaQuery(
                address,
                type == null ? null : ParameterValue.parse("type", type, MediumKind.values(), MediumKind::word),
                rights == null
                        ? null
                        : ParameterValue.parse("rights", rights, RightsFilter.values(), each -> each.word),
                Limit.parse(limit),
                cursor == null ? null : after(cursor, address));
    }

    private static UUID after(String cursor, ListingAddress address) {
        String id = Cursor.decode(cursor, address, 1).key().get(0);
        return Id.of(id).map(Id::value).orElseThrow(Cursor::unreadable);
    }

    /** Reads one page, with one statement. */
    Page<DeskMediaView> page(Instant now) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (kind != null) {
            conditions.add("m.kind = :kind");
            values.put("kind", kind.word());
        }
        if (rights != null) {
            conditions.add(rights.condition);
            values.put("now", now);
        }
        if (after != null) {
            conditions.add("m.id < :after");
            values.put("after", after);
        }
        // Bound to one value, but named: else H2 does not see that its index has the order.
        String order = kind == null ? " order by m.id desc" : " order by m.kind desc, m.id desc";
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        List<Media> rows = Media.<Media>find("from Media m" + where + order, values)
                .range(0, limit.value())
                .list();
        Page<Media> page = Page.of(rows, limit, media -> Cursor.of(media.id()));
        return page.with(page.items().stream().map(DeskMediaView::of).toList());
    }
}
