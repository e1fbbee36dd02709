package press.gazette.importer.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import press.gazette.address.Slug;
import press.gazette.article.draft.ArticleType;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.SearchWords;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedState;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.SeveralFiles;
import press.gazette.importer.xml.FileDates;
import press.gazette.importer.xml.Markup;
import press.gazette.importer.xml.PlainText;
import press.gazette.importer.xml.RepairedXml;
import press.gazette.problem.Language;
import press.gazette.tag.TagType;

/** A feed with full text, RSS 2.0 or Atom. All of it is public; an item is known by its guid or id. */
public final class FeedSource implements ImportSource {

    private final List<Path> files;
    private final ImportMapping mapping;
    private final Map<String, ImportedTerm> terms = new LinkedHashMap<>();
    private final Map<String, String> head = new HashMap<>();
    private final List<Note> repairs = new ArrayList<>();

    /**
     * Reads the files once.
     *
     * @throws press.gazette.importer.item.UnreadableFile if one is no feed
     */
    public FeedSource(List<Path> files, ImportMapping mapping) {
        this.files = List.copyOf(files);
        this.mapping = mapping;
        files.forEach(this::survey);
    }

    private void survey(Path file) {
        try (FeedReader reader = new FeedReader(SeveralFiles.bytes(file))) {
            Optional<FeedEntry> next = reader.next();
            while (next.isPresent()) {
                next.get().categories().forEach(name -> add("category", name));
                next.get().authors().forEach(name -> add("author", name));
                next = reader.next();
            }
            reader.head().forEach(head::putIfAbsent);
            repairs.addAll(reader.notes());
        }
    }

    private void add(String domain, String name) {
        String words = PlainText.plain(name);
        if (words.isEmpty()) {
            return;
        }
        String slug = Slug.from(name, "en", "tag").value();
        TagType type = domain.equals("author")
                ? TagType.CONTRIBUTOR
                : mapping.typeOfCategory(slug).orElse(TagType.KEYWORD);
        String key = domain + ":" + name;
        terms.putIfAbsent(key, new ImportedTerm(key, type, slug, PlainText.beginning(words, 200), null, null));
    }

    @Override
    public String system() {
        String site = mapping.siteAddress();
        String own = site.isEmpty() ? head.getOrDefault("link", head.getOrDefault("id", "")) : site;
        String system = own.isBlank() ? "feed" : own.replaceAll("/+$", "");
        return system.length() > 200 ? system.substring(0, 200) : system;
    }

    @Override
    public List<String> hosts() {
        return Stream.of(mapping.siteAddress(), head.getOrDefault("link", ""))
                .flatMap(FeedSource::host)
                .distinct()
                .toList();
    }

    private static Stream<String> host(String address) {
        try {
            return Stream.ofNullable(URI.create(address).getHost()).map(host -> host.replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }

    @Override
    public List<ImportedTerm> terms() {
        return List.copyOf(terms.values());
    }

    @Override
    public List<Note> notes() {
        return repairs;
    }

    @Override
    public ImportedArticles open() {
        return new SeveralFiles(files, bytes -> new Items(new FeedReader(bytes), this));
    }

    private record Items(FeedReader reader, FeedSource source) implements ImportedArticles {

        @Override
        public Optional<ImportedItem> next() {
            return reader.next().map(source::item);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private ImportedItem item(FeedEntry entry) {
        String id = entry.first("guid", "id", "link");
        String title = PlainText.plain(entry.first("title"));
        if (id.isEmpty()) {
            return new LeftOut("", title, new Note("no-id", "It has no guid, no id and no link."), entry.line());
        }
        String full = entry.first("content:encoded", "content");
        String summary = entry.first("description", "summary");
        String body = full.isEmpty() ? summary : full;
        if (body.length() > RepairedXml.LONGEST_TEXT) {
            return new LeftOut(id, title, new Note("too-long", "Its text is too long."), entry.line());
        }
        return article(entry, id, body, full.isEmpty() ? "" : PlainText.plain(summary));
    }

    private ImportedArticle article(FeedEntry entry, String id, String body, String standfirst) {
        List<Note> notes = new ArrayList<>();
        String title = PlainText.plain(entry.first("title"));
        if (title.isEmpty()) {
            String words = PlainText.plain(body);
            title = words.isEmpty() ? "Article " + id : PlainText.beginning(words, 80);
            notes.add(new Note("title-made", title));
        }
        Instant published = FileDates.of(entry.first("published", "pubDate", "dc:date", "updated"))
                .orElse(null);
        if (published == null) {
            notes.add(new Note("no-date", "It has no date that can be read: it is dated by its import."));
        }
        String link = entry.first("link");
        String language = head.getOrDefault("language", "").replace('_', '-');
        List<String> keys = new ArrayList<>();
        entry.categories().forEach(name -> keys.add("category:" + name));
        entry.authors().forEach(name -> keys.add("author:" + name));
        return new ImportedArticle(
                id,
                ArticleType.NEWS,
                Language.isValid(language) ? language : "",
                PlainText.beginning(title, 500),
                lastSegment(link),
                List.of(),
                link.isEmpty() ? List.of() : List.of(link),
                PlainText.beginning(standfirst, 4_000),
                Map.of(),
                players(entry, body) + body,
                link.isEmpty() ? null : link,
                keys,
                null,
                SearchWords.NONE,
                new ImportedState(
                        Fate.PUBLISHED,
                        published,
                        FileDates.of(entry.first("updated", "atom:updated")).orElse(null)),
                Map.of(),
                List.of(),
                notes,
                entry.line());
    }

    /** Addresses of articles mostly end in a slug. */
    private static String lastSegment(String link) {
        String path = link.replaceAll("[?#].*", "")
                .replaceFirst("^https?://[^/]*", "")
                .replaceAll("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]{3,5}$", "");
        return last.matches("[a-z0-9]+(?:-[a-z0-9]+)+") ? last : "";
    }

    private static String players(FeedEntry entry, String body) {
        StringBuilder players = new StringBuilder();
        for (FeedEntry.Enclosure file : entry.enclosures()) {
            String kind = file.type().replaceFirst("/.*", "");
            if (body.contains(file.url())) {
                continue;
            }
            if (kind.equals("audio") || kind.equals("video")) {
                players.append(Markup.player(kind, file.url()));
            } else if (kind.equals("image")) {
                players.append(Markup.figure(file.url(), "", ""));
            }
        }
        return players.toString();
    }
}
