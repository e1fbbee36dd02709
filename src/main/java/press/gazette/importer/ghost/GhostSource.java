package press.gazette.importer.ghost;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedMenu;
import press.gazette.importer.item.ImportedSite;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.SeveralFiles;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.xml.PlainText;
import press.gazette.json.Json;
import press.gazette.json.JsonTables;
import press.gazette.problem.Language;
import press.gazette.tag.TagType;

/**
 * An export of Ghost 4 to 6. It is read once for the rows that posts refer to, since the tables stand in any
 * order, and then for the posts.
 */
public final class GhostSource implements ImportSource {

    private static final String POSTS = "posts";

    /** Tables whose rows are kept beside the articles. Members are people: they are counted, and stay in the file. */
    private static final Set<String> KEPT = Set.of("comments", "newsletters", "products", "offers", "snippets");

    /** A tag or an author of a post. Most rows of an export are such. */
    private record Link(String target, int order) {}

    private final List<Path> files;
    private final ImportMapping mapping;
    private final Map<String, ImportedTerm> terms = new LinkedHashMap<>();
    private final Map<String, List<Link>> tagsOf = new HashMap<>();
    private final Map<String, List<Link>> authorsOf = new HashMap<>();
    private final Map<String, GhostRow> metaOf = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> internalTags = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> featured = new ArrayList<>();

    /**
     * Reads the files once.
     *
     * @throws UnreadableFile if one is no export of Ghost
     */
    public GhostSource(List<Path> files, ImportMapping mapping) {
        this.files = List.copyOf(files);
        this.mapping = mapping;
        files.forEach(this::survey);
        tagsOf.values().forEach(links -> links.sort(Comparator.comparingInt(Link::order)));
        authorsOf.values().forEach(links -> links.sort(Comparator.comparingInt(Link::order)));
    }

    private void survey(Path file) {
        try (JsonTables tables = new JsonTables(SeveralFiles.bytes(file), "data")) {
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
    }

    private void survey(String table, GhostRow row) {
        counts.merge(table.equals(POSTS) ? row.text("type") + " " + row.text("status") : table, 1, Integer::sum);
        switch (table) {
            case POSTS -> {
                if (row.flag("featured") && featured.size() < ImportedSite.MOST_FEATURED) {
                    featured.add(GhostPosts.id(row));
                }
            }
            case "tags" -> addTag(row);
            case "users" ->
                add(new ImportedTerm(
                        "author:" + row.text("id"),
                        TagType.CONTRIBUTOR,
                        row.text("slug"),
                        name(row),
                        description(row.text("bio")),
                        null,
                        WebAddress.isAbsolute(row.text("website")) ? List.of(row.text("website")) : List.of()));
            case "posts_tags" -> link(tagsOf, row, "tag_id");
            case "posts_authors" -> link(authorsOf, row, "author_id");
            case "posts_meta" -> metaOf.put(row.text("post_id"), row);
            case "settings" -> settings.put(row.text("key"), row.text("value"));
            default -> {}
        }
    }

    private static void link(Map<String, List<Link>> links, GhostRow row, String target) {
        links.computeIfAbsent(row.text("post_id"), id -> new ArrayList<>())
                .add(new Link(row.text(target).intern(), row.number("sort_order")));
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
        String name = PlainText.withoutEmail(PlainText.plain(row.text("name")));
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
    public ImportedSite site() {
        List<ImportedMenu> menus = new ArrayList<>();
        addMenu(menus, "navigation");
        addMenu(menus, "secondary_navigation");
        return new ImportedSite(
                PlainText.plain(settings.getOrDefault("title", "")),
                PlainText.plain(settings.getOrDefault("description", "")),
                language(),
                settings.getOrDefault("timezone", ""),
                menus,
                featured);
    }

    private void addMenu(List<ImportedMenu> menus, String setting) {
        List<ImportedMenu.Item> items = new ArrayList<>();
        try {
            for (MenuLink link : Json.listFromColumn(settings.getOrDefault(setting, "[]"), MenuLink.class)) {
                String url = GhostPosts.absolute(link.url(), mapping.siteAddress());
                items.add(new ImportedMenu.Item(PlainText.plain(link.label()), null, null, url, List.of()));
            }
        } catch (IllegalStateException e) {
            counts.merge(setting + " that cannot be read", 1, Integer::sum);
        }
        if (!items.isEmpty()) {
            menus.add(new ImportedMenu(setting.replace('_', '-'), "", items));
        }
    }

    /** An item of a menu in the settings. */
    private record MenuLink(String label, String url) {}

    private String language() {
        String language = settings.getOrDefault("locale", settings.getOrDefault("lang", ""));
        return Language.isValid(language) ? language : "";
    }

    @Override
    public ImportedArticles open() {
        GhostPosts posts = new GhostPosts(mapping, this, language());
        return new SeveralFiles(files, bytes -> new Posts(new JsonTables(bytes, "data"), posts));
    }

    /** The keys of a post's tags and authors in their order. */
    List<String> termsOf(String post) {
        List<String> keys = new ArrayList<>();
        tagsOf.getOrDefault(post, List.of()).forEach(link -> keys.add("tag:" + link.target()));
        authorsOf.getOrDefault(post, List.of()).forEach(link -> keys.add("author:" + link.target()));
        return keys.stream().filter(terms::containsKey).toList();
    }

    /** The names of a post's internal tags. */
    List<String> internalTagsOf(String post) {
        return tagsOf.getOrDefault(post, List.of()).stream()
                .flatMap(link -> Optional.ofNullable(internalTags.get("tag:" + link.target())).stream())
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
            while (row.isPresent() && !isItem(row.get().table())) {
                row = tables.next();
            }
            return row.map(found -> found.table().equals(POSTS) ? posts.item(GhostRow.of(found)) : kept(found));
        }

        private static boolean isItem(String table) {
            return table.equals(POSTS) || KEPT.contains(table);
        }

        private static LeftOut kept(JsonTables.Row row) {
            GhostRow found = GhostRow.of(row);
            Note reason = new Note("no-article", "A row of the table " + row.table() + " is kept for the desk.");
            String name = PlainText.plain(found.text("name"));
            return new LeftOut(row.table() + " " + found.text("id"), name, reason, row.line(), false, row.values());
        }

        @Override
        public void close() {
            tables.close();
        }
    }
}
