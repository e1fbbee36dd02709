package press.gazette.media.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.media.Media;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The desk's listing of pictures, the newest first: ids increase with time.
 *
 * @param after the last id of the page before; null for the first page
 */
record DeskMediaQuery(Limit limit, @Nullable UUID after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/media");

    /**
     * Parses the parameters.
     *
     * @throws Problem {@code invalid-parameter} or {@code invalid-cursor}, before any statement
     */
    static DeskMediaQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new DeskMediaQuery(Limit.parse(limit), cursor == null ? null : after(cursor));
    }

    private static UUID after(String cursor) {
        String id = Cursor.decode(cursor, ADDRESS, 1).key().get(0);
        return Id.of(id).map(Id::value).orElseThrow(Cursor::unreadable);
    }

    /** Reads one page, with one statement. */
    Page<DeskMediaView> page() {
        Map<String, Object> parameters = new HashMap<>();
        if (after != null) {
            parameters.put("after", after);
        }
        List<Media> rows = Media.<Media>find(
                        "from Media m " + (after == null ? "" : "where m.id < :after ") + "order by m.id desc",
                        parameters)
                .range(0, limit.value())
                .list();
        Page<Media> page = Page.of(rows, limit, media -> Cursor.of(media.id()));
        return page.with(page.items().stream().map(DeskMediaView::of).toList());
    }
}
