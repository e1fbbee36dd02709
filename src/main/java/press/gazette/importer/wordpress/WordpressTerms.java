package press.gazette.importer.wordpress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.xml.PlainText;
import press.gazette.tag.TagType;

/** The categories, tags and authors of an export. Some stand with the posts only. */
final class WordpressTerms {

    private static final String CATEGORY = "category";
    private static final String AUTHOR = "author";

    /** Co-Authors Plus puts this before the slug of an author. */
    private static final String CO_AUTHOR = "cap-";

    private final ImportMapping mapping;
    private final Map<String, ImportedTerm> terms = new LinkedHashMap<>();

    /** The keys of the authors of the channel. */
    private final Set<String> logins = new HashSet<>();

    /** The keys of categories by the ids of their terms. */
    private final Map<String, String> ids = new HashMap<>();

    private final Map<String, String> byTaxonomy = new HashMap<>();

    WordpressTerms(ImportMapping mapping) {
        this.mapping = mapping;
    }

    /** Takes a term or an author of the channel, which knows more than a post does. */
    void add(Map<String, String> record) {
        switch (record.getOrDefault("", "")) {
            case "wp:author" -> {
                logins.add(key(AUTHOR, record.getOrDefault("wp:author_login", "")));
                put(
                        AUTHOR,
                        record.getOrDefault("wp:author_login", ""),
                        PlainText.withoutEmail(record.getOrDefault("wp:author_display_name", "")),
                        null,
                        "");
            }
            case "wp:category" ->
                put(
                        CATEGORY,
                        record.getOrDefault("wp:category_nicename", ""),
                        record.getOrDefault("wp:cat_name", ""),
                        record.get("wp:category_description"),
                        record.getOrDefault("wp:category_parent", ""));
            case "wp:tag" ->
                put(
                        "post_tag",
                        record.getOrDefault("wp:tag_slug", ""),
                        record.getOrDefault("wp:tag_name", ""),
                        record.get("wp:tag_description"),
                        "");
            default ->
                put(
                        record.getOrDefault("wp:term_taxonomy", ""),
                        record.getOrDefault("wp:term_slug", ""),
                        record.getOrDefault("wp:term_name", ""),
                        record.get("wp:term_description"),
                        record.getOrDefault("wp:term_parent", ""));
        }
        String id = record.getOrDefault("wp:term_id", "");
        String category = record.getOrDefault("wp:category_nicename", "");
        if (!category.isEmpty()) {
            ids.put(id, key(CATEGORY, category));
            byTaxonomy.put(CATEGORY + "#" + id, key(CATEGORY, category));
        }
        String taxonomy = record.getOrDefault("wp:term_taxonomy", "");
        if (!taxonomy.isEmpty()) {
            byTaxonomy.put(taxonomy + "#" + id, key(taxonomy, record.getOrDefault("wp:term_slug", "")));
        }
        String tag = record.getOrDefault("wp:tag_slug", "");
        if (!tag.isEmpty()) {
            byTaxonomy.put("post_tag#" + id, key("post_tag", tag));
        }
    }

    /** The key of a term by its taxonomy and id; null: none, or an unknown one. */
    @Nullable
    String keyOf(@Nullable String taxonomyAndId) {
        return taxonomyAndId == null ? null : byTaxonomy.get(taxonomyAndId);
    }

    private void put(String domain, String slug, String name, @Nullable String description, String parent) {
        if (slug.isEmpty() || isSkipped(domain)) {
            return;
        }
        String key = key(domain, slug);
        String words = PlainText.plain(name.isBlank() ? slug : name);
        String text = description == null ? "" : PlainText.plain(description);
        terms.put(
                key,
                new ImportedTerm(
                        key,
                        type(domain, slug),
                        slug,
                        PlainText.beginning(words.isEmpty() ? slug : words, 200),
                        text.isEmpty() ? null : PlainText.beginning(text, 4_000),
                        parent.isEmpty() ? null : key(domain, parent)));
    }

    /** Takes a term that stands with a post, unless the channel has it. */
    void add(WxrPost.Term term) {
        if (!terms.containsKey(key(term))) {
            String name = term.domain().equals(AUTHOR) ? PlainText.withoutEmail(term.name()) : term.name();
            put(term.domain(), slug(term), name, null, "");
        }
    }

    /** The author of a post by a login; the channel of an export of one post may not name them. */
    String author(String login) {
        String key = key(AUTHOR, login);
        if (!terms.containsKey(key)) {
            put(AUTHOR, login, PlainText.withoutEmail(login), null, "");
        }
        return key;
    }

    private TagType type(String domain, String slug) {
        return switch (domain) {
            case CATEGORY -> mapping.category(slug);
            case AUTHOR -> TagType.CONTRIBUTOR;
            default -> mapping.tag(slug);
        };
    }

    private static boolean isSkipped(String domain) {
        return domain.isEmpty()
                || domain.equals("post_format")
                || domain.equals("nav_menu")
                || domain.startsWith("wp_")
                || domain.equals("link_category");
    }

    /** The keys of a post's terms: categories with the primary one first, tags, authors in their order. */
    List<String> of(WxrPost post) {
        List<String> keys = new ArrayList<>();
        String yoast = post.meta("_yoast_wpseo_primary_category");
        String primary = ids.get(yoast.isEmpty() ? post.meta("rank_math_primary_category") : yoast);
        if (primary != null && post.terms().stream().anyMatch(term -> key(term).equals(primary))) {
            keys.add(primary);
        }
        post.terms().stream().filter(term -> term.domain().equals(CATEGORY)).forEach(term -> keys.add(key(term)));
        post.terms().stream()
                .filter(term ->
                        !term.domain().equals(CATEGORY) && !term.domain().equals(AUTHOR))
                .filter(term -> !isSkipped(term.domain()))
                .forEach(term -> keys.add(key(term)));
        List<String> authors = post.terms().stream()
                .filter(term -> term.domain().equals(AUTHOR))
                .map(this::key)
                .toList();
        keys.addAll(authors);
        String creator = post.value("dc:creator");
        if (authors.isEmpty() && !creator.isEmpty()) {
            keys.add(author(creator));
        }
        return keys.stream().filter(terms::containsKey).distinct().toList();
    }

    /** The key of a term. Co-Authors Plus names an author by another word than the login, which is the name of the term then. */
    private String key(WxrPost.Term term) {
        String own = key(term.domain(), slug(term));
        String byLogin = key(AUTHOR, term.name());
        return term.domain().equals(AUTHOR) && !logins.contains(own) && logins.contains(byLogin) ? byLogin : own;
    }

    private static String slug(WxrPost.Term term) {
        boolean coAuthor = term.domain().equals(AUTHOR) && term.slug().startsWith(CO_AUTHOR);
        return coAuthor ? term.slug().substring(CO_AUTHOR.length()) : term.slug();
    }

    private static String key(String domain, String slug) {
        return domain + ":" + slug;
    }

    /** The numbers of terms by their taxonomies. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        terms.keySet().forEach(key -> counts.merge(key.substring(0, key.indexOf(':')), 1, Integer::sum));
        return counts;
    }

    /** All terms, parents before their children. A circle of parents is cut, and an unknown parent is none. */
    List<ImportedTerm> ordered() {
        List<ImportedTerm> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        terms.values().forEach(term -> place(term, ordered, done, new HashSet<>()));
        return ordered;
    }

    private void place(ImportedTerm term, List<ImportedTerm> ordered, Set<String> done, Set<String> above) {
        if (done.contains(term.key()) || !above.add(term.key())) {
            return;
        }
        ImportedTerm parent = term.parent() == null ? null : terms.get(term.parent());
        if (parent != null) {
            place(parent, ordered, done, above);
        }
        boolean known = parent != null && done.contains(parent.key());
        if (done.add(term.key())) {
            ordered.add(
                    known || term.parent() == null
                            ? term
                            : new ImportedTerm(
                                    term.key(), term.type(), term.slug(), term.name(), term.description(), null));
        }
    }
}
