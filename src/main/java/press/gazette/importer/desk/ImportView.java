package press.gazette.importer.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.importer.copy.ImportMedia;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.JobState;

/** An import with its progress. */
@Schema(description = "An import with its progress.")
record ImportView(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "The format of the file.", example = "wordpress")
        ImportFormat format,

        @Schema(description = "true: everything is tried and nothing is stored but this report.")
        boolean dryRun,

        @Schema(description = "The way of pictures, films and sound.", example = "refer")
        ImportMedia media,

        @Schema(description = "The number of its files.", example = "1")
        int files,

        @Schema(
                description =
                        "receiving: some of its files have not come. running, done, stopped, failed, undoing, undone. "
                                + "Expect further states.",
                example = "running")
        JobState state,

        @Schema(description = "The caller who began it.") String author,
        @Schema(description = "When it began.") Instant createdAt,

        @Schema(description = "When it ended. Absent: it has not.") @Nullable
        Instant endedAt,

        @Schema(description = "The reason why the file cannot be read. Absent: it can, or it was not tried yet.")
        @Nullable
        String fault,

        @Schema(
                description = "Items of the file that are done; while it is being undone, articles taken back.",
                example = "1200")
        int read,

        @Schema(description = "New articles.", example = "1100")
        int created,

        @Schema(description = "Articles that differed and that no editor had changed here.", example = "20")
        int updated,

        @Schema(description = "Articles without a difference.", example = "50")
        int unchanged,

        @Schema(
                description = "Items that are no articles, and articles that an editor has changed here.",
                example = "29")
        int leftOut,

        @Schema(description = "Items that could not be written.", example = "1")
        int failed,

        @Schema(
                description =
                        "Lines on the whole file once it is read: repairs, counts, and each kind of line of the report with "
                                + "its number and an example.")
        List<ReportLine> notes) {

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.options().format(),
                job.options().dryRun(),
                job.options().media(),
                job.options().fileCount(),
                job.state(),
                job.author(),
                job.createdAt(),
                job.endedAt(),
                job.fault(),
                job.counts().itemCount(),
                job.counts().created(),
                job.counts().updated(),
                job.counts().unchanged(),
                job.counts().leftOut(),
                job.counts().failed(),
                ReportLine.of(job.notes()));
    }
}
