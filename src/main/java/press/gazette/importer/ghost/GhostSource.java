package press.gazette.importer.ghost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.xml.PlainText;
import press.gazette.json.JsonTables;
import press.gazette.problem.Language;
import press.gazette.tag.TagType;

/**
 * An export of Ghost 4 to 6. It is read once for what posts refer to, since the tables stand in any order, and then for the posts.
 */
public final class GhostSource implements ImportSource {

    private static final String POSTS = "posts";

    private final Path file;
    private final ImportMapping mapping;
    private final Map<String, ImportedTerm> terms = new LinkedHashMap<>();
    private final Map<String, List<GhostRow>> tagsOf = new HashMap<>();
    private final Map<String, List<GhostRow>> authorsOf = new HashMap<>();
    private final Map<String, GhostRow> metaOf = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> internalTags = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /**
     * Reads the file once.
     *
     * @throws UnreadableFile if it is no export of Ghost
     */
    public GhostSource(Path file, ImportMapping mapping) {
        this.file = file;
        this.mapping = mapping;
        try (JsonTables tables = tables()) {
            Optional<JsonTables.Row> next = tables.next();
            while (next.isPresent()) {
                survey(next.get().table(), GhostRow.of(next.get()));
                next = tables.next();
            }
            if (!tables.hasContainer()) {
                throw new UnreadableFile("The file is no export of Ghost: it has no member \"data\".");
            }
        } catch (JsonTables.Unreadable e) {
            throw new UnreadableFile("The file is no export of Ghost: " + e.getMessage());
        }
        tagsOf.values().forEach(rows -> rows.sort(Comparator.comparingInt(row -> row.number("sort_order"))));
        authorsOf.values().forEach(rows -> rows.sort(Comparator.comparingInt(row -> row.number("sort_order"))));
    }

    private JsonTables tables() {
        try {
            InputStream content = Files.newInputStream(file);
            return new JsonTables(content, "data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void survey(String table, GhostRow row) {
        counts.merge(table.equals(POSTS) ? row.text("type") + " " + row.text("status") : table, 1, Integer::sum);
        switch (table) {
            case "tags" -> addTag(row);
            case "users" ->
                add(new ImportedTerm(
                        "author:" + row.text("id"),
                        TagType.CONTRIBUTOR,
                        row.text("slug"),
                        name(row),
                        description(row.text("bio")),
                        null));
            case "posts_tags" ->
                tagsOf.computeIfAbsent(row.text("post_id"), id -> new ArrayList<>())
                        .add(row);
            case "posts_authors" ->
                authorsOf
                        .computeIfAbsent(row.text("post_id"), id -> new ArrayList<>())
                        .add(row);
            case "posts_meta" -> metaOf.put(row.text("post_id"), row);
            case "settings" -> settings.put(row.text("key"), row.text("value"));
            default -> {}
        }
    }

    private void addTag(GhostRow row) {
        // Ghost's sign of a tag that only its theme sees.
        if (row.text("visibility").equals("internal") || row.text("name").startsWith("#")) {
            internalTags.put("tag:" + row.text("id"), row.text("name"));
            return;
        }
        add(new ImportedTerm(
                "tag:" + row.text("id"),
                mapping.tag(row.text("slug")),
                row.text("slug"),
                name(row),
                description(row.text("description")),
                null));
    }

    private void add(ImportedTerm term) {
        terms.put(term.key(), term);
    }

    private static String name(GhostRow row) {
        String name = PlainText.plain(row.text("name"));
        return PlainText.beginning(name.isEmpty() ? row.text("slug") : name, 200);
    }

    private static @Nullable String description(String text) {
        String plain = PlainText.plain(text);
        return plain.isEmpty() ? null : PlainText.beginning(plain, 4_000);
    }

    @Override
    public String system() {
        return mapping.siteAddress().isEmpty() ? "ghost" : mapping.siteAddress();
    }

    @Override
    public List<String> hosts() {
        return mapping.siteAddress().isEmpty()
                ? List.of()
                : List.of(URI.create(mapping.siteAddress()).getHost().replaceFirst("^www\\.", ""));
    }

    @Override
    public List<ImportedTerm> terms() {
        return List.copyOf(terms.values());
    }

    @Override
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        counts.forEach((kind, count) -> notes.add(new Note("count", kind + ": " + count)));
        if (mapping.siteAddress().isEmpty()) {
            notes.add(new Note(
                    "site-unknown",
                    "The mapping has no site: pictures and links that begin with __GHOST_URL__ begin with a slash."));
        }
        return notes;
    }

    @Override
    public ImportedArticles open() {
        String language = settings.getOrDefault("locale", settings.getOrDefault("lang", ""));
        GhostPosts posts = new GhostPosts(mapping, this, Language.isValid(language) ? language : "");
        return new Posts(tables(), posts);
    }

    /** The keys of a post's tags and authors in their order. */
    List<String> termsOf(String post) {
        List<String> keys = new ArrayList<>();
        tagsOf.getOrDefault(post, List.of()).forEach(row -> keys.add("tag:" + row.text("tag_id")));
        authorsOf.getOrDefault(post, List.of()).forEach(row -> keys.add("author:" + row.text("author_id")));
        return keys.stream().filter(terms::containsKey).toList();
    }

    /** The names of a post's internal tags. */
    List<String> internalTagsOf(String post) {
        return tagsOf.getOrDefault(post, List.of()).stream()
                .flatMap(row -> Optional.ofNullable(internalTags.get("tag:" + row.text("tag_id"))).stream())
                .toList();
    }

    /** The row with further fields of a post. */
    GhostRow metaOf(GhostRow post) {
        return metaOf.getOrDefault(post.text("id"), post);
    }

    private record Posts(JsonTables tables, GhostPosts posts) implements ImportedArticles {

        @Override
        public Optional<ImportedItem> next() {
            Optional<JsonTables.Row> row = tables.next();
            while (row.isPresent() && !row.get().table().equals(POSTS)) {
                row = tables.next();
            }
            return row.map(found -> posts.item(GhostRow.of(found)));
        }

        @Override
        public void close() {
            tables.close();
        }
    }
}
