package press.gazette.media.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.media.Media;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The desk's listing of pictures, the newest first: ids grow with time.
 *
 * @param after where the page starts; absent: at the beginning
 */
record DeskMediaQuery(Limit limit, @Nullable UUID after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/media");

    /** Reads the parameters of the listing; refuses before anything is asked of the database. */
    static DeskMediaQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new DeskMediaQuery(Limit.parse(limit), cursor == null ? null : after(cursor));
    }

    private static UUID after(String cursor) {
        String id = Cursor.decode(cursor, ADDRESS, 1).key().get(0);
        return Ref.of(id).map(Ref::id).orElseThrow(Cursor::unreadable);
    }

    /** One page: one statement. */
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
