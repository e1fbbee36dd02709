package press.gazette.delivery;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.paging.Page;
import press.gazette.paging.Total;

/** One page of a listing as JSON. */
@Schema(description = "One page of a listing.")
public record Listing<T>(
        @Schema(description = "At most as many as the limit.")
        List<T> items,

        @Schema(description = "Where the next page is; also in the header Link. Absent on the last page.") @Nullable
        String next,

        @Schema(
                description = "How many items all pages have together, counted up to 10,000. Absent unless asked for.",
                example = "46")
        @Nullable
        Long total,

        @Schema(description = "True where there are more than total says. Absent where total is exact.") @Nullable
        Boolean totalIsLowerBound,

        @Schema(description = "Which of the ids asked for readers cannot see. Absent unless ids were asked for.")
        @Nullable
        List<String> missing) {

    /** What was asked for by id, in that order, and what of it there is not. */
    public static <T> Listing<T> batch(List<T> items, List<String> missing) {
        return new Listing<>(items, null, null, null, missing);
    }

    /** Everything there is, in one page. */
    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, null, null, null, null);
    }

    /** One page, and where the next one is. */
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
