package press.gazette.importer.wordpress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;

/** Small exports of WordPress for tests, in their own words. */
public final class Exports {

    private Exports() {}

    /** An export of a site at https://www.old.example with these items. */
    public static String of(String... items) {
        return """
                <?xml version="1.0" encoding="UTF-8" ?>
                <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel>
                <title>The Old Example</title><link>https://www.old.example</link><language>en-GB</language>
                <wp:base_site_url>https://www.old.example</wp:base_site_url>
                <wp:base_blog_url>https://www.old.example</wp:base_blog_url>
                """ + String.join("\n", items) + "</channel>\n</rss>\n";
    }

    /** A published post of 2 March 2019 with further elements. */
    public static String post(String id, String slug, String content, String... more) {
        return item(id, slug, content, "publish", String.join("", more));
    }

    /** An item of some state. */
    public static String item(String id, String slug, String content, String status, String more) {
        return """
                <item><title>Title of %2$s</title><link>https://www.old.example/2019/03/%2$s/</link>
                <content:encoded><![CDATA[%3$s]]></content:encoded>
                <wp:post_id>%1$s</wp:post_id><wp:post_name>%2$s</wp:post_name><wp:status>%4$s</wp:status>%5$s
                <wp:post_date>2019-03-02 06:00:00</wp:post_date><wp:post_date_gmt>2019-03-02 05:00:00</wp:post_date_gmt>
                <wp:post_modified_gmt>2019-04-01 05:00:00</wp:post_modified_gmt><wp:post_type>post</wp:post_type></item>
                """.formatted(id, slug, content, status, more);
    }

    public static String meta(String key, String value) {
        return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value
                + "]]></wp:meta_value></wp:postmeta>";
    }

    /** A category of the channel. */
    public static String category(String slug, String parent, String name) {
        return "<wp:category><wp:category_nicename>" + slug + "</wp:category_nicename><wp:category_parent>" + parent
                + "</wp:category_parent><wp:cat_name><![CDATA[" + name + "]]></wp:cat_name></wp:category>";
    }

    /** A term that stands with a post. */
    public static String term(String domain, String slug) {
        return "<category domain=\"" + domain + "\" nicename=\"" + slug + "\"><![CDATA[Name of " + slug
                + "]]></category>";
    }

    /** A picture of the library. */
    public static String attachment(String id, String url, String... meta) {
        return "<item><title>a</title><wp:post_id>" + id + "</wp:post_id><wp:post_type>attachment</wp:post_type>"
                + "<wp:status>inherit</wp:status><excerpt:encoded><![CDATA[Below " + id + "]]></excerpt:encoded>"
                + "<wp:attachment_url>" + url + "</wp:attachment_url>" + String.join("", meta) + "</item>";
    }

    public static Path file(String export) {
        return file(export, StandardCharsets.UTF_8);
    }

    static Path file(String export, Charset charset) {
        try {
            Path file = Files.createTempFile("export", ".xml");
            file.toFile().deleteOnExit();
            return Files.write(file, export.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static WordpressSource source(String export) {
        return new WordpressSource(List.of(file(export)), ImportMapping.NONE);
    }

    /** All items of a source. */
    public static List<ImportedItem> items(ImportSource source) {
        List<ImportedItem> items = new ArrayList<>();
        try (ImportedArticles all = source.open()) {
            Optional<ImportedItem> next = all.next();
            while (next.isPresent()) {
                items.add(next.get());
                next = all.next();
            }
        }
        return items;
    }

    public static ImportedArticle only(String... items) {
        return (ImportedArticle) items(source(of(items))).get(0);
    }
}
