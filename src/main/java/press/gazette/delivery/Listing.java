package press.gazette.delivery;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a listing as JSON. */
@Schema(description = "One page of a listing.")
public record Listing<T>(
        @Schema(description = "At most as many as the limit.")
        List<T> items,

        @Schema(description = "Where the next page is; also in the header Link. Absent on the last page.") @Nullable
        String next) {}
