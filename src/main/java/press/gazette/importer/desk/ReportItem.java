package press.gazette.importer.desk;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.job.ImportEntry;
import press.gazette.importer.writer.Outcome;

/**
 * A line of the report in NDJSON: one item of the file.
 *
 * @param line of the file where it begins; absent: it is not known
 * @param article its id here; absent: it has none
 */
record ReportItem(
        int number,
        String id,
        String title,
        @Nullable Integer line,
        Outcome outcome,
        @Nullable UUID article,
        List<ReportLine> notes) {

    static ReportItem of(ImportEntry entry) {
        return new ReportItem(
                entry.number(),
                entry.foreignId(),
                entry.title(),
                entry.line() == 0 ? null : entry.line(),
                entry.outcome(),
                entry.articleId(),
                ReportLine.of(entry.notes()));
    }

    /** True if the item was written without anything to tell. */
    static boolean isPlain(ImportEntry entry) {
        return entry.notes().isEmpty() && (entry.outcome() == Outcome.CREATED || entry.outcome() == Outcome.UNCHANGED);
    }
}
