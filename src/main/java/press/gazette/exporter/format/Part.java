package press.gazette.exporter.format;

import java.util.Arrays;
import java.util.List;

/** The parts of an export, in the order in which they are written into a database: a row comes after those that it refers to. */
public enum Part {
    MEDIA_FILES(ExportedTable.MEDIA_FILE),
    MEDIA_RECORDS(ExportedTable.MEDIA, ExportedTable.MEDIA_WORD),
    TAGS(
            ExportedTable.TAG,
            ExportedTable.TAG_PARENT,
            ExportedTable.TAG_ALIAS,
            ExportedTable.TAG_WORKING_SLUG,
            ExportedTable.TAG_MERGED,
            ExportedTable.TAG_WORD),
    ARTICLES(
            ExportedTable.ARTICLE,
            ExportedTable.ARTICLE_ALIAS,
            ExportedTable.TAGGING,
            ExportedTable.ARTICLE_REVISION,
            ExportedTable.TRANSLATION,
            ExportedTable.DRAFT_TAG,
            ExportedTable.ARTICLE_MEDIA),
    RELATED(ExportedTable.ARTICLE_RELATED),
    CURATION(
            ExportedTable.LIST,
            ExportedTable.LIST_REVISION,
            ExportedTable.LIST_SOURCE,
            ExportedTable.LIST_LIVE_SPAN,
            ExportedTable.PAGE,
            ExportedTable.PAGE_LIST),
    SITE_DOCUMENT(ExportedTable.SITE_REVISION, ExportedTable.SITE),
    OLD_ADDRESSES(ExportedTable.OLD_ADDRESS),
    FILES_OF_FORMER_SITES(ExportedTable.IMPORTED_FILE),
    IMPORTS(ExportedTable.IMPORT_JOB, ExportedTable.IMPORT_ENTRY, ExportedTable.IMPORT_REMAINDER),
    WRITES(ExportedTable.AUDIT),
    CHANGES(ExportedTable.CHANGE),
    LEDGER_STATE(ExportedTable.LAST_CHANGE, ExportedTable.COMPACTION, ExportedTable.LEDGER);

    @SuppressWarnings("ImmutableEnumChecker") // the list cannot be changed
    private final List<ExportedTable> tables;

    Part(ExportedTable... tables) {
        this.tables = List.of(tables);
    }

    public static Part of(ExportedTable table) {
        return Arrays.stream(values())
                .filter(part -> part.tables.contains(table))
                .findFirst()
                .orElseThrow();
    }

    public List<ExportedTable> tables() {
        return tables;
    }
}
