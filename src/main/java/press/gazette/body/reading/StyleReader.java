package press.gazette.body.reading;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.Losses;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;

/**
 * Derives the style of text within an element from the style around it. Word processors use CSS in place of HTML
 * elements and wrap whole documents in elements without meaning; both are read as a browser would show them.
 */
public final class StyleReader {

    /** Relations with a meaning for readers or search engines. All others are for browsers and are dropped. */
    private static final Set<String> RELATIONS =
            Set.of("nofollow", "sponsored", "ugc", "license", "author", "external", "me", "tag");

    /** UTF-16 units of a title or an expansion, as many as a span may have; longer text is cut. */
    private static final int LONGEST = 2_000;

    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");
    private static final Pattern LIGHT = Pattern.compile("font-weight:\\s*(?:normal|lighter|[1-4]00)\\b");
    private static final Pattern BOLD = Pattern.compile("font-weight:\\s*(?:bold|bolder|[6-9]00)\\b");
    private static final Pattern UPRIGHT = Pattern.compile("font-style:\\s*normal\\b");
    private static final Pattern ITALIC = Pattern.compile("font-style:\\s*(?:italic|oblique)\\b");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern RAISED = Pattern.compile("vertical-align:\\s*super\\b");
    private static final Pattern LOWERED = Pattern.compile("vertical-align:\\s*sub\\b");

    private final boolean languages;
    private final boolean leftToRight;
    private final LinkResolver links;
    private final Losses losses;

    /** Elements with a title that was cut. An element equals only itself. */
    private final Set<Element> shortened = new HashSet<>();

    /**
     * @param languages false if a word processor has set a language on every stretch, so that languages are ignored
     * @param leftToRight true if the document also has text from right to left, so that {@code dir="ltr"} of a
     *     paragraph matters
     */
    public StyleReader(boolean languages, boolean leftToRight, LinkResolver links, Losses losses) {
        this.languages = languages;
        this.leftToRight = leftToRight;
        this.links = links;
        this.losses = losses;
    }

    public Style within(Element element, Style around) {
        Style style = withLanguage(element, marked(element, around));
        return element.hasAttr("style") ? styled(element.attr("style").toLowerCase(Locale.ROOT), style) : style;
    }

    private Style marked(Element element, Style style) {
        return switch (element.normalName()) {
            case "strong", "b", "dt" -> style.with(Mark.STRONG);
            case "em", "i", "dfn", "var" -> style.with(Mark.EM);
            case "code", "kbd", "samp", "tt" -> style.with(Mark.CODE);
            case "sub" -> style.with(Mark.SUB);
            case "sup" -> style.with(Mark.SUP);
            case "s", "strike", "del" -> style.with(Mark.STRIKE);
            case "u", "ins" -> style.with(Mark.UNDERLINE);
            case "mark" -> style.with(Mark.MARK);
            case "small" -> style.with(Mark.SMALL);
            case "cite" -> style.with(Mark.CITE);
            case "abbr", "acronym" -> style.expanded(text(element, "title"));
            case "time" -> dated(element, style);
            case "a" -> linked(element, style);
            default -> style;
        };
    }

    private static Style dated(Element element, Style style) {
        String moment = element.attr("datetime").strip();
        return Span.isTime(moment) ? style.dated(moment) : style;
    }

    private Style linked(Element anchor, Style style) {
        UUID article = LinkResolver.article(anchor);
        String href = article == null ? links.link(anchor) : null;
        if (article == null && href == null) {
            return style;
        }
        Set<String> words = new LinkedHashSet<>();
        for (String word : List.of(BLANKS.split(anchor.attr("rel").toLowerCase(Locale.ROOT), -1))) {
            if (RELATIONS.contains(word)) {
                words.add(word);
            }
        }
        String relation = words.isEmpty() ? null : String.join(" ", words);
        String title = text(anchor, "title");
        return article == null ? style.linked(href, relation, title) : style.linkedTo(article, relation, title);
    }

    private Style withLanguage(Element element, Style style) {
        String lang = element.hasAttr("lang") ? element.attr("lang").strip() : "";
        String dir = element.hasAttr("dir") ? element.attr("dir").strip().toLowerCase(Locale.ROOT) : "";
        boolean language = languages && Span.isLanguage(lang);
        boolean usual = dir.equals("ltr") && element.isBlock() && !leftToRight;
        if (dir.isEmpty() && element.nameIs("bdi")) {
            dir = "auto";
        }
        boolean direction = Span.isDirection(dir) && !usual;
        return language || direction
                ? style.inLanguage(language ? lang : style.lang(), direction ? dir : style.dir())
                : style;
    }

    private static Style styled(String css, Style around) {
        Style style = around;
        if (LIGHT.matcher(css).find()) {
            style = style.without(Mark.STRONG);
        } else if (BOLD.matcher(css).find()) {
            style = style.with(Mark.STRONG);
        }
        if (UPRIGHT.matcher(css).find()) {
            style = style.without(Mark.EM);
        } else if (ITALIC.matcher(css).find()) {
            style = style.with(Mark.EM);
        }
        style = isDecorated(css, "line-through") ? style.with(Mark.STRIKE) : style;
        // Links are underlined by default.
        style = isDecorated(css, "underline") && !style.isLinked() ? style.with(Mark.UNDERLINE) : style;
        style = RAISED.matcher(css).find() ? style.with(Mark.SUP) : style;
        return LOWERED.matcher(css).find() ? style.with(Mark.SUB) : style;
    }

    /** True if a decoration has the line. A regular expression would take the square of the style's length. */
    private static boolean isDecorated(String css, String line) {
        return css.contains(line)
                && SEMICOLON
                        .splitAsStream(css)
                        .map(String::strip)
                        .anyMatch(one -> one.startsWith("text-decoration") && one.contains(line));
    }

    /** The attribute, cut after {@link #LONGEST} units, which is reported once; null if it is blank. */
    @Nullable
    String text(Element element, String attribute) {
        String value = element.attr(attribute);
        if (value.isBlank()) {
            return null;
        }
        if (isLong(value) && shortened.add(element)) {
            losses.add(attribute, value);
        }
        return shortened(value);
    }

    /** The title of a link, cut after {@link #LONGEST} units, which is reported; null if there is none. */
    public @Nullable String title(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (isLong(value)) {
            losses.add("title", value);
        }
        return shortened(value);
    }

    private static boolean isLong(String text) {
        return text.length() > LONGEST;
    }

    /** The text, composed and cut after {@link #LONGEST} units. Cut before as well: long rows of marks cost time. */
    private static String shortened(String text) {
        return cut(Normalizer.normalize(cut(text), Normalizer.Form.NFC));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
