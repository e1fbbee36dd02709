package press.gazette.feed.sitemap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import press.gazette.feed.Site;
import press.gazette.feed.format.Xml;

/** Writes sitemaps (sitemaps.org 0.9) and Google's extension for news. */
@Singleton
class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    /** Regions where Chinese is written in its traditional script, unless the tag names another. */
    private static final Set<String> TRADITIONAL = Set.of("tw", "hk", "mo");

    private final Site site;

    Sitemap(Site site) {
        this.site = site;
    }

    /** The index: the news first, then all parts. */
    byte[] index(int parts) {
        Xml xml = Xml.document("sitemapindex", Map.of("xmlns", NAMESPACE)).text("\n");
        sitemap(xml, "/sitemaps/news.xml");
        for (int part = 1; part <= parts; part++) {
            sitemap(xml, "/sitemaps/articles-" + part + ".xml");
        }
        return xml.close().bytes();
    }

    byte[] part(List<SitemapEntry> entries) {
        Xml xml = Xml.document("urlset", Map.of("xmlns", NAMESPACE)).text("\n");
        for (SitemapEntry entry : own(entries)) {
            location(xml, entry);
            xml.text("lastmod", date(entry.updatedAt())).closeLine();
        }
        return xml.close().bytes();
    }

    byte[] news(List<SitemapEntry> entries) {
        Xml xml = Xml.document("urlset", new TreeMap<>(Map.of("xmlns", NAMESPACE, "xmlns:news", NEWS)))
                .text("\n");
        for (SitemapEntry entry : own(entries)) {
            location(xml, entry);
            xml.open("news:news").open("news:publication");
            xml.text("news:name", site.publisher().name())
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
        return site.page(entry.id(), entry.slug(), entry.firstPublishedAt());
    }

    private void sitemap(Xml xml, String path) {
        xml.open("sitemap").text("loc", site.here(path)).closeLine();
    }

    private static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Two or three letters, except for Chinese: news search knows two scripts of it by these names, and no plain zh. */
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
