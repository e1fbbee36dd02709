package press.gazette.importer.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.importer.job.ImportJob;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The listing of imports, the newest first: ids increase with time.
 *
 * @param after the last id of the page before; null for the first page
 */
record ImportQuery(Limit limit, @Nullable UUID after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/imports");

    /** Parses the parameters, without the database. */
    static ImportQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new ImportQuery(Limit.parse(limit), cursor == null ? null : after(cursor));
    }

    private static UUID after(String cursor) {
        String id = Cursor.decode(cursor, ADDRESS, 1).key().get(0);
        return Id.of(id).map(Id::value).orElseThrow(Cursor::unreadable);
    }

    /** Reads one page, with one statement. */
    Page<ImportView> page() {
        Map<String, Object> parameters = new HashMap<>();
        if (after != null) {
            parameters.put("after", after);
        }
        List<ImportJob> rows = ImportJob.<ImportJob>find(
                        "from ImportJob j " + (after == null ? "" : "where j.id < :after ") + "order by j.id desc",
                        parameters)
                .range(0, limit.value())
                .list();
        Page<ImportJob> page = Page.of(rows, limit, job -> Cursor.of(job.id()));
        return page.with(page.items().stream().map(ImportView::of).toList());
    }
}
