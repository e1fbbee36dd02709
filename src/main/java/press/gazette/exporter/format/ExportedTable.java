package press.gazette.exporter.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of an export. The order within a part is that of their foreign keys. */
public enum ExportedTable {
    MEDIA_FILE("mediaFile", "media_file", "hash"),
    MEDIA("media", "media", "id"),
    MEDIA_WORD("mediaWord", "media_word", "media_id", "word"),
    TAG("tag", "tag", "id"),
    TAG_PARENT("tagParent", "tag_parent", "tag_id", "position"),
    TAG_ALIAS("tagAlias", "tag_alias", "slug"),
    TAG_WORKING_SLUG("tagWorkingSlug", "tag_working_slug", "slug"),
    TAG_MERGED("tagMerged", "tag_merged", "id"),
    TAG_WORD("tagWord", "tag_word", "tag_id", "word"),
    ARTICLE("article", "article", "id"),
    ARTICLE_ALIAS("articleAlias", "article_alias", "slug"),
    TAGGING("tagging", "tagging", "article_id", "tag_id"),
    ARTICLE_REVISION("articleRevision", "article_revision", "article_id", "number"),
    TRANSLATION("translation", "translation", "article"),
    DRAFT_TAG("draftTag", "draft_tag", "article_id", "tag_id"),
    ARTICLE_MEDIA("articleMedia", "article_media", "article_id", "media_id"),
    ARTICLE_RELATED("articleRelated", "article_related", "article_id", "position"),
    LIST("list", "curated_list", "id"),
    LIST_REVISION("listRevision", "list_revision", "id"),
    LIST_SOURCE("listSource", "list_source", "revision_id", "source_id"),
    LIST_LIVE_SPAN("listLiveSpan", "list_live_span", "id"),
    PAGE("page", "curated_page", "id"),
    PAGE_LIST("pageList", "curated_page_list", "page_id", "position"),
    SITE_REVISION("siteRevision", "site_revision", "id"),
    SITE("site", "site_document", "id"),
    OLD_ADDRESS("oldAddress", "old_address", "id"),
    IMPORTED_FILE("importedFile", "imported_file", "address"),
    IMPORT_JOB("import", "import_job", "id"),
    IMPORT_ENTRY("importEntry", "import_entry", "job_id", "number"),
    IMPORT_REMAINDER("importRemainder", "import_remainder", "job_id", "number"),
    AUDIT("audit", "audit", "id"),
    CHANGE("change", "change", "seq"),
    LAST_CHANGE("lastChange", "last_change", "subject"),
    COMPACTION("compaction", "ledger_compaction", "id"),
    LEDGER("ledger", "ledger_head", "id");

    /** The member of a line that names its table. No column has this name. */
    public static final String MEMBER = "row";

    private final String row;
    private final String table;

    @SuppressWarnings("ImmutableEnumChecker") // the list cannot be changed
    private final List<String> key;

    ExportedTable(String row, String table, String... key) {
        this.row = row;
        this.table = table;
        this.key = List.of(key);
    }

    /** The table of lines with these rows; empty if there is none. */
    public static Optional<ExportedTable> ofRow(String row) {
        return Arrays.stream(values()).filter(each -> each.row.equals(row)).findFirst();
    }

    /** The word for its rows, in each line. */
    public String row() {
        return row;
    }

    public String table() {
        return table;
    }

    /** The columns by which its rows are read in order. */
    public List<String> key() {
        return key;
    }
}
