package press.gazette.importer.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.PlainText;
import press.gazette.problem.Language;

/**
 * An export of WordPress. It is read once for what posts refer to (attachments, terms, authors, reused blocks), which may stand
 * anywhere in the file, and then for the posts.
 */
public final class WordpressSource implements ImportSource {

    /** Posts that are parts of others, or of the site. */
    private static final Set<String> PARTS = Set.of(
            "attachment",
            "nav_menu_item",
            "revision",
            "wp_block",
            "custom_css",
            "customize_changeset",
            "oembed_cache",
            "user_request",
            "wp_template",
            "wp_template_part",
            "wp_global_styles",
            "wp_navigation",
            "wp_font_family",
            "wp_font_face");

    /** The most characters of all reused blocks together. */
    private static final int REUSED = 4_000_000;

    private final Path file;
    private final ImportMapping mapping;
    private final WordpressTerms terms;
    private final Attachments attachments = new Attachments();
    private final Map<String, String> reused = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Note> repairs;
    private final Map<String, String> channel;

    /**
     * Reads the file once.
     *
     * @throws press.gazette.importer.item.UnreadableFile if it is no export of WordPress
     */
    public WordpressSource(Path file, ImportMapping mapping) {
        this.file = file;
        this.mapping = mapping;
        this.terms = new WordpressTerms(mapping);
        int blocks = 0;
        try (WxrReader reader = new WxrReader(bytes())) {
            Optional<WxrPost> next = reader.next();
            while (next.isPresent()) {
                WxrPost post = next.get();
                counts.merge(post.type() + " " + post.value("wp:status"), 1, Integer::sum);
                blocks = survey(post, blocks);
                next = reader.next();
            }
            reader.records().forEach(terms::add);
            channel = reader.channel();
            repairs = reader.notes();
        }
    }

    private int survey(WxrPost post, int blocks) {
        post.terms().forEach(terms::add);
        if (post.type().equals("attachment")) {
            attachments.add(post);
        } else if (!isPart(post) && !post.value("dc:creator").isEmpty()) {
            terms.author(post.value("dc:creator"));
        }
        String content = post.raw("content:encoded");
        boolean kept = post.type().equals("wp_block") && blocks + content.length() <= REUSED;
        if (kept) {
            reused.put(post.id(), content);
        }
        return kept ? blocks + content.length() : blocks;
    }

    static boolean isPart(WxrPost post) {
        return PARTS.contains(post.type());
    }

    private InputStream bytes() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String system() {
        String site = channel.getOrDefault("wp:base_blog_url", channel.getOrDefault("link", ""));
        return site.isBlank() ? "wordpress" : site.replaceAll("/+$", "");
    }

    @Override
    public List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        for (String name : List.of("wp:base_blog_url", "wp:base_site_url", "link")) {
            try {
                String host = URI.create(channel.getOrDefault(name, "")).getHost();
                if (host != null) {
                    hosts.add(host.replaceFirst("^www\\.", ""));
                }
            } catch (IllegalArgumentException e) {
                // A text that is no address has no host.
            }
        }
        return hosts.stream().distinct().toList();
    }

    @Override
    public List<ImportedTerm> terms() {
        return terms.ordered();
    }

    @Override
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>(repairs);
        counts.forEach((kind, count) -> notes.add(new Note("count", kind + ": " + count)));
        return notes;
    }

    @Override
    public ImportedArticles open() {
        String language = channel.getOrDefault("language", "").replace('_', '-');
        WordpressPosts posts = new WordpressPosts(
                mapping,
                terms,
                new WordpressBody(attachments, reused),
                Language.isValid(language) ? language : "",
                PlainText.plain(channel.getOrDefault("title", "")));
        return new Posts(new WxrReader(bytes()), posts);
    }

    private record Posts(WxrReader reader, WordpressPosts posts) implements ImportedArticles {

        @Override
        public Optional<ImportedItem> next() {
            Optional<WxrPost> post = reader.next();
            while (post.isPresent()) {
                Optional<ImportedItem> item = posts.item(post.get());
                if (item.isPresent()) {
                    return item;
                }
                post = reader.next();
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
