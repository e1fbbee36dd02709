package press.gazette.importer.ghost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.article.draft.ArticleType;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.SearchWords;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.item.ImportedState;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.FileDates;
import press.gazette.importer.xml.PlainText;

/**
 * Makes articles of the posts and pages of Ghost. Their text is the HTML that Ghost has made of it, else its Lexical
 * or Mobiledoc document.
 */
final class GhostPosts {

    /** Ghost's sign for the address of the site. */
    private static final String SITE = "__GHOST_URL__";

    private static final Pattern GATE =
            Pattern.compile("(?i)<!--\\s*(?:members-only|kg-gated-block:(?:begin|end)[^>]*?)\\s*-->");

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_STANDFIRST = 4_000;

    private final ImportMapping mapping;
    private final GhostSource source;
    private final String language;

    GhostPosts(ImportMapping mapping, GhostSource source, String language) {
        this.mapping = mapping;
        this.source = source;
        this.language = language;
    }

    ImportedItem item(GhostRow post) {
        List<Note> notes = new ArrayList<>();
        String id = id(post);
        if (id.isEmpty()) {
            return new LeftOut("", post.text("title"), new Note("no-id", "It has no uuid and no id."), post.line());
        }
        return article(post, id, html(post, notes), notes);
    }

    /** The id of a post in all exports. */
    static String id(GhostRow post) {
        return post.text("uuid").isEmpty() ? post.text("id") : post.text("uuid");
    }

    /** An address with the site in place of Ghost's sign for it; a path from the root too. */
    static String absolute(String url, String site) {
        String whole = url.replace(SITE, site);
        return whole.startsWith("/") && !site.isEmpty() ? site + whole : whole;
    }

    private ImportedArticle article(GhostRow post, String id, String html, List<Note> notes) {
        GhostRow meta = source.metaOf(post);
        String slug = post.text("slug");
        String canonical = address(post.text("canonical_url"));
        return new ImportedArticle(
                id,
                mapping.type(post.text("type")).orElse(isPage(post) ? ArticleType.PAGE : ArticleType.NEWS),
                language,
                title(post, html, notes),
                slug,
                List.of(),
                slug.isEmpty() ? List.of() : List.of("/" + slug + "/"),
                PlainText.beginning(PlainText.plain(post.text("custom_excerpt")), LONGEST_STANDFIRST),
                Map.of(),
                GATE.matcher(html).replaceAll(""),
                mapping.siteAddress().isEmpty() ? null : mapping.siteAddress() + "/" + slug + "/",
                source.termsOf(post.text("id")),
                picture(post, meta),
                new SearchWords(
                        words(meta.text("meta_title"), LONGEST_TITLE),
                        words(meta.text("meta_description"), LONGEST_STANDFIRST),
                        WebAddress.isAbsolute(canonical) ? canonical : null,
                        false),
                new ImportedState(fate(post, meta, html, notes), date(post, "published_at"), date(post, "updated_at")),
                fields(post, meta),
                List.of(),
                notes,
                post.line());
    }

    private static boolean isPage(GhostRow post) {
        return post.text("type").equals("page") || post.flag("page");
    }

    private static Fate fate(GhostRow post, GhostRow meta, String html, List<Note> notes) {
        String status = post.text("status");
        String visibility = post.text("visibility");
        if (!visibility.isEmpty() && !visibility.equals("public")) {
            notes.add(new Note("members", "It was for readers of the kind " + visibility + ": a draft under embargo."));
            return Fate.HIDDEN;
        }
        if (status.equals("sent") || meta.flag("email_only")) {
            notes.add(new Note("sent-only", "It was sent as a letter only: a draft under embargo."));
            return Fate.HIDDEN;
        }
        if (GATE.matcher(html).find()) {
            notes.add(new Note("gate", "A part of it was for members: a draft under embargo, with the whole text."));
            return Fate.HIDDEN;
        }
        return switch (status) {
            case "published" -> Fate.PUBLISHED;
            case "scheduled" -> Fate.SCHEDULED;
            case "draft" -> Fate.DRAFT;
            default -> {
                notes.add(new Note("unknown-state", "Its state is \"" + status + "\": a draft."));
                yield Fate.DRAFT;
            }
        };
    }

    private String html(GhostRow post, List<Note> notes) {
        String html = post.text("html");
        String made = html.isEmpty() ? LexicalText.html(post.text("lexical"), notes) : html;
        made = made.isEmpty() ? MobiledocText.html(post.text("mobiledoc"), notes) : made;
        return made.replace(SITE, mapping.siteAddress());
    }

    /** Some releases write milliseconds. */
    private static @Nullable Instant date(GhostRow post, String name) {
        return post.values().get(name) instanceof Number millis
                ? Instant.ofEpochMilli(millis.longValue())
                : FileDates.of(post.text(name)).orElse(null);
    }

    private String address(String url) {
        return url.replace(SITE, mapping.siteAddress());
    }

    private static String title(GhostRow post, String html, List<Note> notes) {
        String title = PlainText.plain(post.text("title"));
        if (title.isEmpty() || title.equals("(Untitled)")) {
            String words = PlainText.plain(html);
            title = words.isEmpty() ? "Article " + post.text("id") : PlainText.beginning(words, 80);
            notes.add(new Note("title-made", title));
        }
        return PlainText.beginning(title, LONGEST_TITLE);
    }

    private @Nullable ImportedPicture picture(GhostRow post, GhostRow meta) {
        String url = address(post.text("feature_image"));
        if (url.isEmpty()) {
            return null;
        }
        String caption = PlainText.plain(meta.text("feature_image_caption"));
        return new ImportedPicture(
                url, PlainText.plain(meta.text("feature_image_alt")), caption.isEmpty() ? null : caption, null, 0, 0);
    }

    private static @Nullable String words(String text, int most) {
        String plain = PlainText.plain(text);
        return plain.isEmpty() ? null : PlainText.beginning(plain, most);
    }

    private Map<String, List<String>> fields(GhostRow post, GhostRow meta) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<String> internal = source.internalTagsOf(post.text("id"));
        if (!internal.isEmpty()) {
            fields.put("internal_tags", internal);
        }
        if (post.flag("featured")) {
            fields.put("featured", List.of("1"));
        }
        for (String name : List.of("codeinjection_head", "codeinjection_foot", "custom_template")) {
            keep(fields, name, post.text(name));
        }
        for (String name : List.of(
                "og_title",
                "og_description",
                "og_image",
                "twitter_title",
                "twitter_description",
                "twitter_image",
                "email_subject")) {
            keep(fields, name, meta.text(name));
        }
        return fields;
    }

    private static void keep(Map<String, List<String>> fields, String name, String text) {
        if (!text.isEmpty() && text.length() <= 8_000) {
            fields.put(name, List.of(text));
        }
    }
}
