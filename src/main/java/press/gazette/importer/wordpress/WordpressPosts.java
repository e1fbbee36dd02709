package press.gazette.importer.wordpress;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import press.gazette.address.WebAddress;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Foreign;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.Place;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedState;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.PlainText;

/** Makes articles of posts and pages. */
final class WordpressPosts {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_STANDFIRST = 4_000;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_MADE_TITLE = 80;

    /** Custom fields that have a place elsewhere, or say nothing about the article. */
    private static final Set<String> KNOWN = Set.of(
            "_edit_lock",
            "_edit_last",
            "_thumbnail_id",
            "_wp_old_slug",
            "_wp_old_date",
            "_encloseme",
            "_pingme",
            "enclosure",
            "footnotes",
            "_yoast_wpseo_title",
            "_yoast_wpseo_metadesc",
            "_yoast_wpseo_canonical",
            "_yoast_wpseo_meta-robots-noindex",
            "_yoast_wpseo_primary_category",
            "rank_math_primary_category",
            "rank_math_title",
            "rank_math_description",
            "rank_math_canonical_url",
            "rank_math_robots",
            "_aioseo_title",
            "_aioseo_description",
            "_aioseo_canonical_url",
            "_aioseop_title",
            "_aioseop_description");

    private final ImportMapping mapping;
    private final WordpressTerms terms;
    private final WordpressBody body;
    private final String language;
    private final String site;

    WordpressPosts(ImportMapping mapping, WordpressTerms terms, WordpressBody body, String language, String site) {
        this.mapping = mapping;
        this.terms = terms;
        this.body = body;
        this.language = language;
        this.site = site;
    }

    /** The item; empty: it is none of its own, such as an attachment. */
    Optional<ImportedItem> item(WxrPost post) {
        if (WordpressSource.isPart(post)) {
            return Optional.empty();
        }
        Optional<ArticleType> type = type(post);
        if (type.isEmpty()) {
            return Optional.of(
                    kept(post, "unmapped-type", "The mapping has no type of article for " + post.type() + "."));
        }
        if (post.tooLong() != null) {
            return Optional.of(
                    leftOut(post, "too-long", post.tooLong() + " has more than " + WxrReader.LONGEST + " characters."));
        }
        String status = post.value("wp:status");
        if (status.equals("trash") || status.equals("inherit") || status.equals("auto-draft")) {
            Note reason = new Note("state", "Its state is " + status + ".");
            return Optional.of(new LeftOut(post.id(), title(post), reason, post.line(), true, Map.of()));
        }
        if (post.id().isEmpty()) {
            return Optional.of(leftOut(post, "no-id", "It has no wp:post_id, by which it could be found again."));
        }
        return WordpressBody.isOfBuilder(post)
                ? Optional.of(kept(post, "page-builder", "A page builder has made it, and its text is not in it."))
                : Optional.of(article(post, type.get()));
    }

    private static LeftOut leftOut(WxrPost post, String code, String reason) {
        return new LeftOut(post.id(), title(post), new Note(code, reason), post.line());
    }

    /** An item of which all fields are kept beside the articles. */
    private static LeftOut kept(WxrPost post, String code, String reason) {
        Map<String, Object> content = new LinkedHashMap<>(post.values());
        content.put("meta", post.meta());
        content.put("terms", post.terms());
        return new LeftOut(post.id(), title(post), new Note(code, reason), post.line(), false, content);
    }

    private static String title(WxrPost post) {
        return PlainText.plain(post.raw("title"));
    }

    private Optional<ArticleType> type(WxrPost post) {
        Optional<ArticleType> format = post.terms().stream()
                .filter(term -> term.domain().equals("post_format"))
                .flatMap(term -> mapping.type(term.slug().replace("post-format-", "")).stream())
                .findFirst();
        return format.or(() -> mapping.type(post.type())).or(() -> switch (post.type()) {
            case "post" -> Optional.of(ArticleType.NEWS);
            case "page" -> Optional.of(ArticleType.PAGE);
            default -> Optional.empty();
        });
    }

    private ImportedArticle article(WxrPost post, ArticleType type) {
        Losses losses = new Losses();
        String html = body.html(post, losses);
        String title = title(post, html, losses);
        Map<Place, String> texts = texts(post, losses);
        Fate fate = fate(post, losses);
        Instant date = WordpressDates.published(post, mapping.timeZone()).orElse(null);
        if (date == null && fate == Fate.PUBLISHED) {
            losses.add(new Note("no-date", "It has no date that can be read: it is dated by its import."));
        }
        Instant updated = WordpressDates.of(
                        post.value("wp:post_modified_gmt"), post.value("wp:post_modified"), mapping.timeZone())
                .orElse(null);
        if (!post.comments().isEmpty()) {
            losses.add(new Note("comments", post.comments().size() + " comments are kept beside it for the desk."));
        }
        return new ImportedArticle(
                post.id(),
                type,
                language,
                title,
                slug(post),
                post.meta().getOrDefault("_wp_old_slug", List.of()),
                paths(post),
                standfirst(post, texts),
                texts,
                html,
                base(post),
                terms.of(post),
                body.image(post, losses),
                WordpressSearch.of(post, title, site, losses),
                new ImportedState(fate, date, updated),
                fields(post, losses),
                post.comments(),
                losses.notes(),
                post.line());
    }

    private static Fate fate(WxrPost post, Losses losses) {
        String status = post.value("wp:status");
        if (!post.value("wp:post_password").isEmpty()) {
            losses.add(new Note("password", "It was protected by a password: a draft under embargo."));
            return Fate.HIDDEN;
        }
        Optional<Note> gate = Gates.of(post);
        if (gate.isPresent()) {
            losses.add(new Note(
                    gate.get().code(), gate.get().detail() + " It is a draft under embargo, with the whole text."));
            return Fate.HIDDEN;
        }
        switch (status) {
            case "publish" -> {
                return Fate.PUBLISHED;
            }
            case "future" -> {
                return Fate.SCHEDULED;
            }
            case "private" -> {
                losses.add(new Note("private", "It was private: a draft under embargo."));
                return Fate.HIDDEN;
            }
            case "draft", "pending" -> {
                return Fate.DRAFT;
            }
            default -> {
                losses.add(new Note("unknown-state", "Its state is \"" + status + "\": a draft."));
                return Fate.DRAFT;
            }
        }
    }

    private static String title(WxrPost post, String html, Losses losses) {
        String title = PlainText.plain(post.raw("title"));
        if (title.isEmpty()) {
            String words = PlainText.plain(html);
            title = words.isEmpty() ? "Article " + post.id() : PlainText.beginning(words, LONGEST_MADE_TITLE);
            losses.add(new Note("title-made", title));
        } else if (title.length() > LONGEST_TITLE) {
            losses.add(new Note("title-cut", title));
        }
        return PlainText.beginning(title, LONGEST_TITLE);
    }

    private static String standfirst(WxrPost post, Map<Place, String> texts) {
        String excerpt = PlainText.plain(post.raw("excerpt:encoded"));
        String own = texts.getOrDefault(Place.STANDFIRST, excerpt.isEmpty() ? WordpressBody.beforeMore(post) : excerpt);
        return PlainText.beginning(own, LONGEST_STANDFIRST);
    }

    private Map<Place, String> texts(WxrPost post, Losses losses) {
        Map<Place, String> texts = new EnumMap<>(Place.class);
        post.meta()
                .forEach((key, values) -> mapping.place(key).ifPresent(place -> {
                    String text = PlainText.plain(values.get(0));
                    int most = place == Place.KICKER || place == Place.SOURCE ? LONGEST_WORD : LONGEST_TITLE;
                    if (!text.isEmpty()) {
                        texts.put(place, place == Place.STANDFIRST ? text : PlainText.beginning(text, most));
                    }
                    if (values.size() > 1) {
                        losses.add(new Note("field-twice", key));
                    }
                }));
        return texts;
    }

    /** The slug as people read it: exports have percent-encoded ones. */
    private static String slug(WxrPost post) {
        String name = post.value("wp:post_name");
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static List<String> paths(WxrPost post) {
        List<String> paths = new ArrayList<>();
        String link = post.value("link");
        String slug = post.value("wp:post_name");
        boolean page = post.type().equals("page");
        paths.add(link);
        paths.add(page ? "/?page_id=" + post.id() : "/?p=" + post.id());
        if (!slug.isEmpty() && link.contains("/" + slug)) {
            post.meta()
                    .getOrDefault("_wp_old_slug", List.of())
                    .forEach(old -> paths.add(link.replace("/" + slug, "/" + old)));
        }
        return paths.stream().filter(path -> !path.isBlank()).distinct().toList();
    }

    private static String base(WxrPost post) {
        String link = post.value("link");
        return WebAddress.isAbsolute(link) ? link : "";
    }

    private Map<String, List<String>> fields(WxrPost post, Losses losses) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (post.value("wp:is_sticky").equals("1")) {
            fields.put("wp:is_sticky", List.of("1"));
        }
        post.meta().forEach((key, values) -> {
            boolean kept = !key.isBlank()
                    && !KNOWN.contains(key)
                    && !key.startsWith("_oembed_")
                    && mapping.place(key).isEmpty();
            if (kept) {
                fields.put(key, values);
                if (fields.size() > Foreign.MOST_FIELDS || Foreign.bytes(fields) > Foreign.MOST_BYTES) {
                    fields.remove(key);
                    losses.add(new Note("field-not-kept", key));
                }
            }
        });
        return fields;
    }
}
