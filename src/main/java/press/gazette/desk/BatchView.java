package press.gazette.desk;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.ProblemView;
import press.gazette.problem.ProblemType;

/** What has become of the operations of one request. */
@Schema(name = "Batch", description = "What has become of the operations of one request.")
public record BatchView(
        @Schema(description = "How many were done.", example = "2")
        int succeeded,

        @Schema(description = "How many were refused or failed.", example = "0")
        int failed,

        @Schema(
                description =
                        "How many were not tried, because the time of the request was nearly over or the database did not "
                                + "answer. Send them in another batch.",
                example = "0")
        int notTried,

        @Schema(description = "One for each operation, in their order.")
        List<Item> items) {

    static BatchView of(List<Item> items) {
        int notTried = (int) items.stream().filter(Item::isNotTried).count();
        int refused =
                (int) items.stream().filter(item -> item.problem() != null).count();
        return new BatchView(items.size() - refused, refused - notTried, notTried, items);
    }

    /** What has become of one operation. */
    @Schema(name = "BatchItem", description = "What has become of one operation.")
    public record Item(
            @Schema(description = "What the operation alone would have been answered.", example = "201")
            int status,

            @Schema(
                    description = "Where the new thing is. Absent: none was made.",
                    example = "/v1/desk/articles/0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
            @Nullable
            String location,

            @Schema(
                    description =
                            "The ETag of the thing now, for the next write. Absent: it is gone, or was never there.",
                    example = "\"1\"")
            @Nullable
            String etag,

            @Schema(description = "Why it was not done. Absent: it was.") @Nullable
            ProblemView problem) {

        private boolean isNotTried() {
            return problem != null && problem.code().equals(ProblemType.NOT_TRIED.code());
        }

        static Item of(Acknowledgement done) {
            return new Item(done.status(), done.location(), done.tag(), null);
        }

        static Item of(ProblemView problem) {
            return new Item(problem.status(), null, null, problem);
        }
    }
}
