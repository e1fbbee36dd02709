package press.gazette.importer.wordpress;

import java.net.URI;
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
import press.gazette.importer.item.ImportedSite;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.SeveralFiles;
import press.gazette.importer.xml.PlainText;
import press.gazette.problem.Language;

/**
 * An export of WordPress in one or several files. They are read once for the content that posts refer to (attachments, terms, authors, reused blocks), which may stand
 * anywhere, and then for the posts.
 */
public final class WordpressSource implements ImportSource {

    /** Posts that are parts of others, or of the site, and are read with these. */
    private static final Set<String> PARTS =
            Set.of("attachment", "nav_menu_item", "wp_block", "oembed_cache", "user_request", "customize_changeset");

    /** The most characters of all reused blocks together. */
    private static final int REUSED = 4_000_000;

    private final List<Path> files;
    private final ImportMapping mapping;
    private final WordpressTerms terms;
    private final Attachments attachments = new Attachments();
    private final Map<String, String> reused = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Note> repairs = new ArrayList<>();
    private final Map<String, String> channel = new HashMap<>();
    private final WordpressMenus menus = new WordpressMenus();
    private final List<String> sticky = new ArrayList<>();
    private int blocks;

    /**
     * Reads the files once. What a post refers to may stand in any of them.
     *
     * @throws press.gazette.importer.item.UnreadableFile if one is no export of WordPress
     */
    public WordpressSource(List<Path> files, ImportMapping mapping) {
        this.files = List.copyOf(files);
        this.mapping = mapping;
        this.terms = new WordpressTerms(mapping);
        files.forEach(this::survey);
    }

    private void survey(Path file) {
        try (WxrReader reader = new WxrReader(SeveralFiles.bytes(file))) {
            Optional<WxrPost> next = reader.next();
            while (next.isPresent()) {
                takeTerms(reader);
                survey(next.get());
                next = reader.next();
            }
            takeTerms(reader);
            reader.channel().forEach(channel::putIfAbsent);
            repairs.addAll(reader.notes());
        }
    }

    private void takeTerms(WxrReader reader) {
        reader.takeRecords().forEach(record -> {
            terms.add(record);
            menus.add(record);
        });
    }

    private void survey(WxrPost post) {
        counts.merge(post.type() + " " + post.value("wp:status"), 1, Integer::sum);
        post.terms().forEach(terms::add);
        menus.add(post);
        if (post.type().equals("attachment")) {
            attachments.add(post);
        } else if (!isPart(post) && !post.value("dc:creator").isEmpty()) {
            terms.author(post.value("dc:creator"));
        }
        if (post.value("wp:is_sticky").equals("1") && sticky.size() < ImportedSite.MOST_FEATURED) {
            sticky.add(post.id());
        }
        String content = post.raw("content:encoded");
        if (post.type().equals("wp_block") && blocks + content.length() <= REUSED) {
            reused.put(post.id(), content);
            blocks += content.length();
        }
    }

    static boolean isPart(WxrPost post) {
        return PARTS.contains(post.type());
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
        terms.counts().forEach((kind, count) -> notes.add(new Note("count", "terms of " + kind + ": " + count)));
        return notes;
    }

    @Override
    public ImportedSite site() {
        return new ImportedSite(
                PlainText.plain(channel.getOrDefault("title", "")),
                PlainText.plain(channel.getOrDefault("description", "")),
                language(),
                "",
                menus.menus(terms),
                sticky);
    }

    private String language() {
        String language = channel.getOrDefault("language", "").replace('_', '-');
        return Language.isValid(language) ? language : "";
    }

    @Override
    public ImportedArticles open() {
        WordpressPosts posts = new WordpressPosts(
                mapping,
                terms,
                new WordpressBody(attachments, reused),
                language(),
                PlainText.plain(channel.getOrDefault("title", "")));
        return new SeveralFiles(files, bytes -> new Posts(new WxrReader(bytes), posts));
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
