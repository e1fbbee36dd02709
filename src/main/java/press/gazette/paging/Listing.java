package press.gazette.paging;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "One page of a listing.")
public record Listing<T>(
        @Schema(description = "At most as many items as the limit.")
        List<T> items,

        @Schema(description = "URL of the next page, also in the Link header. Absent on the last page.") @Nullable
        String next,

        @Schema(
                description = "Number of items on all pages, counted up to 10,000. Absent unless requested with "
                        + "count=exact.",
                example = "46")
        @Nullable
        Long total,

        @Schema(description = "True if there are more items than total says. Absent if total is exact.") @Nullable
        Boolean totalIsLowerBound,

        @Schema(description = "The requested ids that are not public. Absent unless the request names ids.") @Nullable
        List<String> missing) {

    /**
     * The items of a request by ids, in the order of the ids.
     *
     * @param missing the ids without a public item
     */
    public static <T> Listing<T> batch(List<T> items, List<String> missing) {
        return new Listing<>(items, null, null, null, missing);
    }

    /** A listing of one page. */
    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, null, null, null, null);
    }

    /**
     * One page.
     *
     * @param next the URL of the next page; null on the last page
     */
    public static <T> Listing<T> of(Page<T> page, @Nullable String next) {
        Total total = page.total();
        return new Listing<>(
                page.items(),
                next,
                total == null ? null : total.value(),
                (total != null && total.isLowerBound()) ? true : null,
                null);
    }
}
