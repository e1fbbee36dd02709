package press.gazette.exporter.format;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.gazette.article.Correction;
import press.gazette.article.Status;
import press.gazette.article.Withdrawal;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Seo;
import press.gazette.body.Body;
import press.gazette.change.Change;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListKind;
import press.gazette.json.Json;
import press.gazette.media.Rendition;
import press.gazette.media.file.MediumKind;
import press.gazette.media.file.StoredFile;
import press.gazette.media.rendition.Framing;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/** The columns that hold JSON, and those that hold a word of a closed set. A row with any other value could not be read. */
final class StoredJson {

    /** The readers of columns with JSON, by table and column. In an export it is part of the line's own JSON. */
    private static final Map<String, Consumer<String>> READERS = Map.ofEntries(
            Map.entry("media.renditions", list(Rendition.class)),
            Map.entry("media.file", object(StoredFile.class)),
            Map.entry("media.crops", json -> Framing.of(null, null, json)),
            Map.entry("tag.same_as", list(String.class)),
            Map.entry("tag.other_names", list(OtherName.class)),
            Map.entry("article.body", object(Body.class)),
            Map.entry("article.public_body", object(Body.class)),
            Map.entry("article.seo", object(Seo.class)),
            Map.entry("article.corrections", list(Correction.class)),
            Map.entry("article.foreign_fields", object(Map.class)),
            Map.entry("article_revision.content", object(ArticleDraft.class)),
            Map.entry("import_job.notes", list(ReportNote.class)),
            Map.entry("import_entry.notes", list(ReportNote.class)),
            Map.entry("import_remainder.content", object(Object.class)),
            Map.entry("list_revision.content", object(ListContent.class)),
            Map.entry("site_revision.content", object(SiteContent.class)));

    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("media.kind", words(Stream.of(MediumKind.values()).map(MediumKind::word))),
            Map.entry("tag.type", words(Stream.of(TagType.values()).map(each -> each.word))),
            Map.entry("tag.state", words(Stream.of(TagState.values()).map(each -> each.word))),
            Map.entry("article.type", words(Stream.of(ArticleType.values()).map(each -> each.word))),
            Map.entry("article.status", words(Stream.of(Status.values()).map(each -> each.word))),
            Map.entry(
                    "article.withdrawal_reason",
                    words(Stream.of(Withdrawal.Reason.values()).map(Withdrawal.Reason::word))),
            Map.entry("curated_list.kind", words(Stream.of(ListKind.values()).map(each -> each.word))),
            Map.entry("change.kind", words(Stream.of(Change.Kind.values()).map(Change.Kind::word))),
            Map.entry("import_job.format", Set.of("wordpress", "ghost", "rss", "ninjs", "ndjson")),
            Map.entry("import_job.media", Set.of("refer", "copy", "folder")),
            Map.entry("import_job.phase", Set.of("ARTICLES", "LINKS")),
            Map.entry(
                    "import_job.state",
                    Set.of("receiving", "running", "done", "stopped", "failed", "undoing", "undone")),
            Map.entry(
                    "import_entry.outcome", Set.of("created", "updated", "unchanged", "left-out", "failed", "undone")));

    /** The names of files in the store. */
    private static final Set<String> HASHES = Set.of("media_file.hash", "media.file_hash");

    /** A line of the report of an import. */
    record ReportNote(String code, String detail) {

        ReportNote {
            Objects.requireNonNull(code);
            Objects.requireNonNull(detail);
        }
    }

    private StoredJson() {}

    private static Consumer<String> object(Class<?> type) {
        return json -> Json.fromColumn(json, type);
    }

    private static Consumer<String> list(Class<?> type) {
        return json -> Json.listFromColumn(json, type);
    }

    private static Set<String> words(Stream<String> words) {
        return words.collect(Collectors.toUnmodifiableSet());
    }

    static boolean isJson(ExportedTable table, String column) {
        return READERS.containsKey(table.table() + "." + column);
    }

    /**
     * The text of a column with JSON.
     *
     * @throws IllegalArgumentException if this release cannot read it
     */
    static String text(ExportedTable table, String column, Object json) {
        String text = Json.column(json);
        Consumer<String> reader = READERS.get(table.table() + "." + column);
        if (reader != null) {
            try {
                reader.accept(text);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("has a form that this release does not read", e);
            }
        }
        if (hasNul(json)) {
            throw new IllegalArgumentException("must be without NUL");
        }
        return text;
    }

    /** The databases cannot store the character NUL. The words {@code \\u0000} of an article about programs are no NUL. */
    private static boolean hasNul(Object json) {
        if (json instanceof Map<?, ?> object) {
            return object.entrySet().stream().anyMatch(each -> hasNul(each.getKey()) || hasNul(each.getValue()));
        }
        if (json instanceof List<?> list) {
            return list.stream().anyMatch(StoredJson::hasNul);
        }
        return json instanceof String text && text.indexOf('\0') >= 0;
    }

    /**
     * Checks a closed word, or the name of a file in the store.
     *
     * @throws IllegalArgumentException that says what the value must be
     */
    static void requireForm(ExportedTable table, String column, Object value) {
        if (HASHES.contains(table.table() + "." + column) && !StoredFile.isHash(String.valueOf(value))) {
            throw new IllegalArgumentException("must have 64 hexadecimal digits");
        }
        Set<String> words = WORDS.get(table.table() + "." + column);
        if (words != null && !words.contains(String.valueOf(value))) {
            throw new IllegalArgumentException(
                    "must be one of " + words.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    /** The words of a column. */
    static Set<String> wordsOf(String column) {
        return Objects.requireNonNull(WORDS.get(column));
    }

    /** The tables with JSON or closed words, for tests. */
    static List<String> columns() {
        return Stream.concat(READERS.keySet().stream(), WORDS.keySet().stream()).toList();
    }
}
