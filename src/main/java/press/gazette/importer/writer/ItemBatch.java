package press.gazette.importer.writer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.FlushMode;
import org.hibernate.Session;

import press.gazette.address.Ref;
import press.gazette.article.ArticlePast;
import press.gazette.forwarding.OldAddress;
import press.gazette.forwarding.OldPath;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedPicture;

/**
 * A batch of items in one transaction. One statement for each kind looks up their ids, slugs, paths and pictures. The rows of several
 * items are sent together: a query of the session would otherwise send them first, and compare all entities each time.
 */
public final class ItemBatch implements AutoCloseable {

    /** The items whose rows are sent together: a longer session costs memory, and each sending compares all its entities. */
    private static final int MOST_ITEMS = 25;

    /** The size of these items, which bounds the memory too. */
    private static final int MOST_CHARACTERS = 500_000;

    /** The keys of one statement; those beyond are looked up one by one. */
    private static final int MOST_KEYS = 1_000;

    /** The kinds of keys that items look up. */
    enum Kind {
        ARTICLE,
        SLUG,
        PATH,
        PICTURE
    }

    private record Key(Kind kind, String text) {}

    private final Session session = Panache.getSession();
    private final Map<String, UUID> articles;
    private final Set<Key> absent = new HashSet<>();
    private final Set<Key> unsent = new HashSet<>();
    private int items;
    private int characters;

    /**
     * Begins in the running transaction; the session sends nothing by itself until {@link #close}.
     *
     * @param system the name of the former system
     */
    public ItemBatch(String system, List<ImportedItem> items) {
        List<ImportedArticle> written = items.stream()
                .flatMap(item -> item instanceof ImportedArticle article ? Stream.of(article) : Stream.empty())
                .toList();
        this.articles =
                ArticlePast.find(system, items.stream().map(ImportedItem::id).toList());
        lookUpSlugs(written);
        lookUpPaths(written);
        lookUpPictures(written);
        session.setHibernateFlushMode(FlushMode.MANUAL);
    }

    private void lookUpSlugs(List<ImportedArticle> written) {
        List<String> slugs = written.stream()
                .flatMap(article -> Stream.concat(Stream.of(article.slug()), article.formerSlugs().stream()))
                .filter(Ref::isSlug)
                .distinct()
                .limit(MOST_KEYS)
                .toList();
        note(Kind.SLUG, slugs, ArticlePast.taken(slugs));
    }

    private void lookUpPaths(List<ImportedArticle> written) {
        List<OldPath> paths = written.stream()
                .flatMap(article -> article.paths().stream())
                .flatMap(path -> OldPath.of(path).stream())
                .distinct()
                .limit(MOST_KEYS)
                .toList();
        note(
                Kind.PATH,
                paths.stream().map(OldPath::value).toList(),
                OldAddress.at(paths).keySet());
    }

    private void lookUpPictures(List<ImportedArticle> written) {
        List<String> urls = written.stream()
                .flatMap(article -> Stream.ofNullable(article.image()))
                .filter(PictureWriter::isRecordable)
                .map(ImportedPicture::url)
                .toList();
        note(Kind.PICTURE, urls, PictureWriter.known(urls));
    }

    /** @param there those of the keys that the database has */
    private void note(Kind kind, List<String> asked, Set<String> there) {
        asked.stream().filter(text -> !there.contains(text)).forEach(text -> absent.add(new Key(kind, text)));
    }

    /** Notes a new article. */
    void add(String foreignId, UUID article) {
        add(Kind.ARTICLE, foreignId);
        articles.put(foreignId, article);
    }

    /** The article with this id in the former system. */
    Optional<UUID> article(String foreignId) {
        sendIfUnsent(new Key(Kind.ARTICLE, foreignId));
        return Optional.ofNullable(articles.get(foreignId));
    }

    /** Notes a key of a new row. */
    void add(Kind kind, String text) {
        absent.remove(new Key(kind, text));
        unsent.add(new Key(kind, text));
    }

    /** True if a query may find a row with this key. A row that waits is sent first. */
    boolean mayHave(Kind kind, String text) {
        Key key = new Key(kind, text);
        sendIfUnsent(key);
        return !absent.contains(key);
    }

    private void sendIfUnsent(Key key) {
        if (unsent.contains(key)) {
            flush();
        }
    }

    /** Ends an item; sends the rows if they are many, and empties the session. */
    public void endItem(ImportedItem item) {
        items++;
        characters += item.size();
        if (items >= MOST_ITEMS || characters >= MOST_CHARACTERS) {
            send();
        }
    }

    /** Sends the rows of all items, and empties the session. */
    public void send() {
        flush();
        session.clear();
        items = 0;
        characters = 0;
    }

    private void flush() {
        session.flush();
        unsent.clear();
    }

    @Override
    public void close() {
        session.setHibernateFlushMode(FlushMode.AUTO);
    }
}
