package press.gazette.feed.sitemap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.article.translation.TranslationRow;
import press.gazette.feed.PageUrls;
import press.gazette.feed.format.FeedItem.Alternate;
import press.gazette.feed.format.Xml;

/** Writes sitemaps (sitemaps.org 0.9) with Google's extension for news. */
@Singleton
class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Characters of all links to translations: a sitemap has at most 50 MB. Entries beyond it have none. */
    private static final int MOST_OF_ALTERNATES = 30_000_000;

    /** The characters of such a link without its URL. */
    private static final int SIZE_OF_ELEMENT = 80;

    /** Regions with traditional Chinese script, unless the tag names another script. */
    private static final Set<String> TRADITIONAL = Set.of("tw", "hk", "mo");

    private final PageUrls urls;

    Sitemap(PageUrls urls) {
        this.urls = urls;
    }

    /** The index: the news sitemap first, then all parts. */
    byte[] index(List<SitemapPart> parts) {
        Xml xml = Xml.document("sitemapindex", Map.of("xmlns", NAMESPACE)).text("\n");
        sitemap(
                xml,
                "/sitemaps/news.xml",
                parts.stream()
                        .map(SitemapPart::newsUpdatedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        for (int part = 0; part < parts.size(); part++) {
            sitemap(
                    xml,
                    "/sitemaps/articles-" + (part + 1) + ".xml",
                    parts.get(part).updatedAt());
        }
        return xml.close().bytes();
    }

    /** @param translations by their originals, the entries among them */
    byte[] part(List<SitemapEntry> entries, Map<UUID, List<TranslationRow>> translations) {
        Xml xml = Xml.document("urlset", new TreeMap<>(Map.of("xmlns", NAMESPACE, "xmlns:xhtml", XHTML)))
                .text("\n");
        int room = MOST_OF_ALTERNATES;
        for (SitemapEntry entry : own(entries)) {
            location(xml, entry);
            xml.text("lastmod", date(entry.updatedAt()));
            List<Alternate> alternates = alternates(entry, translations);
            int size = alternates.stream()
                    .mapToInt(each -> each.url().length() + SIZE_OF_ELEMENT)
                    .sum();
            if (size <= room) {
                alternates.forEach(each -> alternate(xml, each));
                room -= size;
            }
            xml.closeLine();
        }
        return xml.close().bytes();
    }

    /** All pages of the story, its own too, as Google asks for; empty: it is in one language. */
    private List<Alternate> alternates(SitemapEntry entry, Map<UUID, List<TranslationRow>> translations) {
        UUID original = entry.original();
        List<TranslationRow> rows = original == null
                ? List.of()
                : translations.getOrDefault(original, List.of()).stream()
                        .filter(row -> !row.noIndex())
                        .toList();
        return rows.size() < 2 ? List.of() : urls.alternates(rows);
    }

    private static void alternate(Xml xml, Alternate page) {
        xml.open("xhtml:link")
                .with("rel", "alternate")
                .with("hreflang", page.language())
                .with("href", page.url())
                .close();
    }

    /** @param publication its name for readers */
    byte[] news(List<SitemapEntry> entries, String publication) {
        Xml xml = Xml.document("urlset", new TreeMap<>(Map.of("xmlns", NAMESPACE, "xmlns:news", NEWS)))
                .text("\n");
        for (SitemapEntry entry : own(entries)) {
            location(xml, entry);
            xml.open("news:news").open("news:publication");
            xml.text("news:name", publication)
                    .text("news:language", language(entry.language()))
                    .close();
            xml.text("news:publication_date", date(entry.publishedAt()))
                    .text("news:title", entry.title())
                    .close()
                    .closeLine();
        }
        return xml.close().bytes();
    }

    private List<SitemapEntry> own(List<SitemapEntry> entries) {
        return entries.stream().filter(entry -> entry.isOwn(page(entry))).toList();
    }

    private void location(Xml xml, SitemapEntry entry) {
        xml.open("url").text("loc", page(entry));
    }

    private String page(SitemapEntry entry) {
        return urls.page(entry.id(), entry.slug(), entry.firstPublishedAt());
    }

    private void sitemap(Xml xml, String path, @Nullable Instant updatedAt) {
        xml.open("sitemap")
                .text("loc", urls.absolute(path))
                .text("lastmod", updatedAt == null ? null : date(updatedAt))
                .closeLine();
    }

    /** robots.txt (RFC 9309): allows everything and names the index (sitemaps.org). */
    byte[] robots() {
        return """
                User-agent: *
                Disallow:

                Sitemap: %s
                """.formatted(urls.absolute("/sitemap.xml")).getBytes(StandardCharsets.UTF_8);
    }

    private static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Two or three letters, except for Chinese: news search requires zh-cn or zh-tw instead of zh. */
    private static String language(String tag) {
        List<String> subtags = List.of(tag.toLowerCase(Locale.ROOT).split("-", -1));
        if (!subtags.get(0).equals("zh")) {
            return subtags.get(0);
        }
        boolean traditional = subtags.contains("hant")
                || (!subtags.contains("hans") && subtags.stream().anyMatch(TRADITIONAL::contains));
        return traditional ? "zh-tw" : "zh-cn";
    }
}
