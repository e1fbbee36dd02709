package press.gazette.desk;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.desk.idempotency.Acknowledgement;
import press.gazette.json.Json;
import press.gazette.problem.ProblemType;
import press.gazette.response.ProblemView;

/** The results of a batch. */
@Schema(name = "Batch", description = "The results of the operations of a batch.")
public record BatchView(
        @Schema(description = "Number of operations that succeeded.", example = "2")
        int succeeded,

        @Schema(description = "Number of operations that were rejected or failed.", example = "0")
        int failed,

        @Schema(
                description = "Number of operations that were not tried, because the time of the request "
                        + "was nearly over or the database did not respond. Send them in another batch.",
                example = "0")
        int notTried,

        @Schema(description = "The result of each operation, in their order.")
        List<Item> items) {

    static BatchView of(List<Item> items) {
        int notTried = (int) items.stream().filter(Item::isNotTried).count();
        int unsuccessful =
                (int) items.stream().filter(item -> item.problem() != null).count();
        return new BatchView(items.size() - unsuccessful, unsuccessful - notTried, notTried, items);
    }

    /** The result of one operation. */
    @Schema(name = "BatchItem", description = "The result of one operation.")
    public record Item(
            @Schema(description = "HTTP status that the operation would get as a request of its own.", example = "201")
            int status,

            @Schema(
                    description = "URL of the new resource. Absent if none was created.",
                    example = "/v1/desk/articles/0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
            @Nullable
            String location,

            @Schema(
                    description = "Current ETag of the resource, for the next write. Absent if the "
                            + "resource is gone or never existed.",
                    example = "\"1\"")
            @Nullable
            String etag,

            @Schema(
                    description = "The parts of a body in markdown or html that could not be stored. Absent if nothing "
                            + "was lost.")
            @Nullable
            List<LossReport.Entry> losses,

            @Schema(description = "Reason of the failure. Absent if the operation succeeded.") @Nullable
            ProblemView problem) {

        private boolean isNotTried() {
            return problem != null && problem.code().equals(ProblemType.NOT_TRIED.code());
        }

        static Item of(Acknowledgement done) {
            List<LossReport.Entry> losses =
                    done.content() == null ? null : Json.listFromColumn(done.content(), LossReport.Entry.class);
            return new Item(done.status(), done.location(), done.tag(), losses, null);
        }

        static Item of(ProblemView problem) {
            return new Item(problem.status(), null, null, null, problem);
        }
    }
}
