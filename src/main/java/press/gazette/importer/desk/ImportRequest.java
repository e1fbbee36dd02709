package press.gazette.importer.desk;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.copy.ImportMedia;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.ImportOptions;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.time.Timestamp;

/** The parameters of a request for an import. */
final class ImportRequest {

    private ImportRequest() {}

    /**
     * Reads the parameters.
     *
     * @param most the most files that an import may have
     * @throws Problem 400 with the parameter that is wrong
     */
    static ImportOptions parse(
            @Nullable String format,
            @Nullable String dryRun,
            @Nullable String mapping,
            @Nullable String media,
            @Nullable String files,
            @Nullable String since,
            int most) {
        if (format == null) {
            throw Problem.invalidParameter(
                    "format", "The parameter format is required: wordpress, ghost, rss, ninjs or ndjson.");
        }
        requireReadable(mapping);
        ImportOptions options = new ImportOptions(
                ParameterValue.parse("format", format, ImportFormat.values(), each -> each.word),
                mapping == null ? "" : mapping,
                ParameterValue.flag("dryRun", dryRun),
                media == null
                        ? ImportMedia.REFER
                        : ParameterValue.parse("media", media, ImportMedia.values(), each -> each.word),
                number(files == null ? "1" : files, most),
                since == null ? null : ParameterValue.parse("since", since, Timestamp::parseTimeOrDay));
        if (options.format() == ImportFormat.NDJSON && since != null) {
            throw Problem.invalidParameter("since", "An export of Gazette is imported whole.");
        }
        if (options.format() == ImportFormat.NDJSON && options.fileCount() > 1) {
            throw Problem.invalidParameter("files", "An export of Gazette is one file.");
        }
        return options;
    }

    private static int number(String files, int most) {
        if (!files.matches("[1-9][0-9]{0,5}") || Integer.parseInt(files) > most) {
            throw Problem.invalidParameter("files", "An import has from 1 to " + most + " files.");
        }
        return Integer.parseInt(files);
    }

    private static void requireReadable(@Nullable String mapping) {
        try {
            ImportMapping.read(mapping == null ? "" : mapping);
        } catch (UnreadableFile fault) {
            throw Problem.invalidParameter("mapping", String.valueOf(fault.getMessage()));
        }
    }
}
