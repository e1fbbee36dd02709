package press.gazette.importer.ninjs;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.SeveralFiles;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.xml.FileDates;
import press.gazette.json.JsonItems;

/**
 * Items of a news agency in ninjs: one object, an array, one object in each line, or a composite with its associations. Of the
 * versions of an item the newest counts, wherever it stands.
 */
public final class NinjsSource implements ImportSource {

    private static final String WITHOUT_SITE = "ninjs";

    /** The place of a version among the others of its item. */
    private record Version(@Nullable Long number, @Nullable Instant created, int index) {

        boolean isNewerThan(Version other) {
            if (created != null && other.created != null && !created.equals(other.created)) {
                return created.isAfter(other.created);
            }
            return (number != null && other.number != null && !number.equals(other.number))
                    ? number > other.number
                    : index > other.index;
        }
    }

    private final List<Path> files;
    private final ImportMapping mapping;
    private final NinjsTerms terms;
    private final Map<String, Version> newest = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int count;

    /**
     * Reads the files once.
     *
     * @throws UnreadableFile if one is not ninjs
     */
    public NinjsSource(List<Path> files, ImportMapping mapping) {
        this.files = List.copyOf(files);
        this.mapping = mapping;
        this.terms = new NinjsTerms(mapping);
        files.forEach(this::survey);
    }

    private void survey(Path file) {
        try (JsonItems items = items(SeveralFiles.bytes(file))) {
            Optional<JsonItems.Item> next = items.next();
            while (next.isPresent()) {
                survey(NinjsItem.of(next.get()));
                next = items.next();
            }
        } catch (JsonItems.Unreadable e) {
            throw new UnreadableFile("The file is not ninjs: " + e.getMessage());
        }
    }

    private static JsonItems items(InputStream bytes) {
        return new JsonItems(bytes, "composite", "associations");
    }

    private void survey(NinjsItem item) {
        String id = item.text("uri");
        if (id.isEmpty() && item.text("type").isEmpty()) {
            throw new UnreadableFile(
                    "The file is not ninjs: the object at line " + item.line() + " has neither uri nor type.");
        }
        terms.of(item);
        counts.merge(item.text("type") + " " + item.text("pubstatus"), 1, Integer::sum);
        Version version = version(item, count++);
        newest.merge(id, version, (former, next) -> next.isNewerThan(former) ? next : former);
    }

    private static Version version(NinjsItem item, int index) {
        return new Version(
                item.number("version"),
                FileDates.of(item.text("versioncreated")).orElse(null),
                index);
    }

    @Override
    public String system() {
        return mapping.siteAddress().isEmpty() ? WITHOUT_SITE : mapping.siteAddress();
    }

    @Override
    public List<String> hosts() {
        return mapping.siteHost().stream().toList();
    }

    @Override
    public List<ImportedTerm> terms() {
        return terms.all();
    }

    @Override
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        counts.forEach((kind, number) -> notes.add(new Note("count", kind.strip() + ": " + number)));
        return notes;
    }

    @Override
    public ImportedArticles open() {
        NinjsArticles articles = new NinjsArticles(mapping, terms);
        AtomicInteger index = new AtomicInteger();
        return new SeveralFiles(files, bytes -> new Items(items(bytes), articles, this, index));
    }

    private boolean isNewest(NinjsItem item, int index) {
        Version known = newest.get(item.text("uri"));
        return known == null || known.index() == index;
    }

    private record Items(JsonItems items, NinjsArticles articles, NinjsSource source, AtomicInteger index)
            implements ImportedArticles {

        @Override
        public Optional<ImportedItem> next() {
            return items.next()
                    .map(NinjsItem::of)
                    .map(item -> source.isNewest(item, index.getAndIncrement())
                            ? articles.item(item)
                            : new LeftOut(
                                    item.text("uri"),
                                    item.text("headline", "title"),
                                    new Note("older-version", "The file has a newer version."),
                                    item.line()));
        }

        @Override
        public void close() {
            items.close();
        }
    }
}
