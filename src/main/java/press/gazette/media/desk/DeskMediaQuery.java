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
import press.gazette.media.PictureUses;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;

/**
 * The desk's listing of media, the newest first: ids increase with time.
 *
 * @param after the last id of the page before; null for the first page
 */
record DeskMediaQuery(
        ListingAddress address,
        MediaFilter filter,
        Limit limit,
        @Nullable UUID after) {

    /**
     * Parses the parameters.
     *
     * @throws Problem {@code invalid-parameter} or {@code invalid-cursor}, before any statement
     */
    static DeskMediaQuery parse(DeskMediaParameters parameters) {
        ListingAddress address = ListingAddress.of("/v1/desk/media")
                .with("q", parameters.q())
                .with("type", parameters.type())
                .with("rights", parameters.rights())
                .with("usedBy", parameters.usedBy());
        return new DeskMediaQuery(
                address,
                MediaFilter.parse(parameters.q(), parameters.type(), parameters.rights(), parameters.usedBy()),
                Limit.parse(parameters.limit()),
                parameters.cursor() == null ? null : after(parameters.cursor(), address));
    }

    private static UUID after(String cursor, ListingAddress address) {
        String id = Cursor.decode(cursor, address, 1).key().get(0);
        return Id.of(id).map(Id::value).orElseThrow(Cursor::unreadable);
    }

    /** Reads one page, with one statement, and up to three that find the content of {@code usedBy}. */
    Page<DeskMediaView> page(PictureUses uses, Instant now) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>(filter.conditions(values, uses));
        if (filter.rights() != null) {
            values.put("now", now);
        }
        if (after != null) {
            conditions.add("m.id < :after");
            values.put("after", after);
        }
        // Bound to one value, but named: else H2 does not see that its index has the order.
        String order = filter.kind() == null ? " order by m.id desc" : " order by m.kind desc, m.id desc";
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        List<Media> rows = Media.<Media>find("from Media m" + where + order, values)
                .range(0, limit.value())
                .list();
        Page<Media> page = Page.of(rows, limit, media -> Cursor.of(media.id()));
        return page.with(page.items().stream().map(DeskMediaView::of).toList());
    }
}
