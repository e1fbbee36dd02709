package press.gazette.importer.writer;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.html.DataAttribute;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.Note;

/** The files of a former site that are copied into the store, by their addresses there. Empty: files stay where they are. */
public final class PictureCopies {

    /** Elements that show a file, and links to documents. */
    private static final String SHOWN = "img[src], audio[src], video[src], source[src], a[href]";

    private static final String DOCUMENT = "(?i).*\\.(?:pdf|mp3|m4a|mp4|jpe?g|png|gif|webp|avif)$";

    private static final List<String> OTHER_SIZES =
            List.of("srcset", "sizes", "data-src", "data-srcset", "data-lazy-src");

    /**
     * A file in the store.
     *
     * @param url its address here
     * @param isPicture true if it can be a lead picture
     */
    public record Copy(UUID media, String url, boolean isPicture) {}

    private final Map<String, Copy> copies = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();

    /** Adds a file that is in the store. */
    public void add(String address, Copy copy) {
        copies.put(address, copy);
    }

    /** Adds a file that could not be copied, with the reason. */
    public void fail(String address, String reason) {
        failures.put(address, reason);
    }

    /** True if the file is copied, or cannot be. */
    public boolean knows(String address) {
        return copies.containsKey(address) || failures.containsKey(address);
    }

    /** The id of a copied picture. */
    Optional<UUID> find(String address) {
        return Optional.ofNullable(copies.get(address)).filter(Copy::isPicture).map(Copy::media);
    }

    /** The addresses of all files that an article shows. */
    public static Set<String> addresses(ImportedArticle article) {
        Set<String> all = new LinkedHashSet<>();
        if (article.image() != null) {
            all.add(article.image().url());
        }
        for (Element element : Jsoup.parseBodyFragment(article.html()).select(SHOWN)) {
            address(element, article.base()).ifPresent(all::add);
        }
        return all;
    }

    /** The HTML with the addresses of the copies; notes the files that could not be copied. */
    String rewrite(String html, @Nullable String base, List<Note> notes) {
        if (!areThere()) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html, base == null ? "" : base);
        document.outputSettings().prettyPrint(false);
        for (String name : List.of("href", "src", "poster")) {
            document.select("[" + name + "]").forEach(element -> makeAbsolute(element, name));
        }
        for (Element element : document.select(SHOWN)) {
            address(element, base).ifPresent(address -> rewrite(element, address, notes));
        }
        return document.body().html();
    }

    /** True if addresses of files change: then all relative addresses of a text become absolute. */
    boolean areThere() {
        return !copies.isEmpty() || !failures.isEmpty();
    }

    /** The addresses of copies are relative to this server, so those of the former site must not be relative any more. */
    private static void makeAbsolute(Element element, String name) {
        String absolute = element.absUrl(name);
        if (!absolute.isEmpty() && !element.attr(name).startsWith("#")) {
            element.attr(name, absolute);
        }
    }

    private void rewrite(Element element, String address, List<Note> notes) {
        Copy copy = copies.get(address);
        if (copy != null) {
            element.attr(attribute(element), copy.url());
            OTHER_SIZES.forEach(element::removeAttr);
            if (!element.nameIs("a")) {
                element.attr(DataAttribute.MEDIA, copy.media().toString());
            }
        } else if (failures.containsKey(address)) {
            notes.add(new Note("missing-picture", address + ": " + failures.get(address)));
        }
    }

    private static String attribute(Element element) {
        return element.nameIs("a") ? "href" : "src";
    }

    private static Optional<String> address(Element element, @Nullable String base) {
        String written = element.attr(attribute(element)).strip();
        if (written.startsWith("data:") || (element.nameIs("a") && !written.matches(DOCUMENT))) {
            return Optional.empty();
        }
        try {
            URI whole = base == null || base.isEmpty()
                    ? URI.create(written)
                    : URI.create(base).resolve(written);
            return whole.isAbsolute() ? Optional.of(whole.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
