package press.gazette.body.html;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;

/**
 * Writes running text as HTML. Adjacent spans with the same link share one anchor; every other element holds one span.
 */
public final class InlineHtml {

    /** The prefix of a footnote's id in HTML; {@link #NOTE_MARK} is the prefix for the mark that refers to it. */
    public static final String NOTE = NotesBlock.PLACE;

    public static final String NOTE_MARK = NotesBlock.MARK;

    private InlineHtml() {}

    /** The text without an element around it. */
    static String of(List<Span> spans) {
        return of(spans, null, null);
    }

    /** The text in an element. Language and direction move to the element if all spans share them. */
    static String in(String name, List<Span> spans) {
        return in(name, "", spans);
    }

    /** @param attributes empty, or attributes after a blank */
    static String in(String name, String attributes, List<Span> spans) {
        String lang = shared(spans, Span::lang);
        String all = shared(spans, Span::dir);
        // Editors mark every paragraph as left to right, so StyleReader ignores that on blocks. Spans carry it.
        String dir = "ltr".equals(all) ? null : all;
        return "<" + name + attributes + attribute("lang", lang) + attribute("dir", dir) + ">" + of(spans, lang, dir)
                + "</" + name + ">";
    }

    private static @Nullable String shared(List<Span> spans, Function<Span, @Nullable String> component) {
        String first = spans.isEmpty() ? null : component.apply(spans.get(0));
        for (Span span : spans) {
            if (!Objects.equals(component.apply(span), first)) {
                return null;
            }
        }
        return first;
    }

    private static String of(List<Span> spans, @Nullable String lang, @Nullable String dir) {
        StringBuilder html = new StringBuilder();
        StringBuilder linked = new StringBuilder();
        for (int i = 0; i < spans.size(); i++) {
            Style style = Style.of(spans.get(i));
            Style inner = lang == null && dir == null
                    ? style
                    : style.inLanguage(lang == null ? style.lang() : null, dir == null ? style.dir() : null);
            linked.append(opening(inner))
                    .append(opening(inner.marks()))
                    .append(read(escaped(spans.get(i).text()).replace("\n", "<br>"), style.ruby()))
                    .append(closing(inner.marks()))
                    .append(closing(inner));
            boolean linkGoesOn = i + 1 < spans.size() && style.hasLinkOf(Style.of(spans.get(i + 1)));
            if (!linkGoesOn) {
                html.append(style.isLinked() ? anchor(style) + linked + "</a>" : linked);
                linked.setLength(0);
            }
        }
        return html.toString();
    }

    /** The characters with their reading above them, or the characters alone if there is no reading. */
    private static String read(String html, @Nullable String reading) {
        return reading == null ? html : ruby(html, escaped(reading));
    }

    /** A ruby element. Both parameters are escaped already. */
    public static String ruby(String characters, String reading) {
        return "<ruby>" + characters + "<rp>(</rp><rt>" + reading + "</rt><rp>)</rp></ruby>";
    }

    /** The opening tags for a style apart from its marks and link; the first is the outermost. */
    public static String opening(Style style) {
        if (style.note() != null) {
            return "<sup id=\"" + NOTE_MARK + style.note() + "\"><a href=\"#" + NOTE + style.note() + "\">";
        }
        boolean spoken = style.lang() != null || style.dir() != null;
        return (spoken ? "<span" + attribute("lang", style.lang()) + attribute("dir", style.dir()) + ">" : "")
                + (style.abbr() == null ? "" : "<abbr" + attribute("title", style.abbr()) + ">")
                + (style.time() == null ? "" : "<time" + attribute("datetime", style.time()) + ">");
    }

    public static String closing(Style style) {
        if (style.note() != null) {
            return "</a></sup>";
        }
        boolean spoken = style.lang() != null || style.dir() != null;
        return (style.time() == null ? "" : "</time>")
                + (style.abbr() == null ? "" : "</abbr>")
                + (spoken ? "</span>" : "");
    }

    /** The id of the footnote that a link of our own HTML leads to; null for every other link. */
    public static @Nullable String noteOf(String href) {
        String id = href.startsWith("#" + NOTE) ? href.substring(NOTE.length() + 1) : "";
        return Span.isNote(id) ? id : null;
    }

    /** The opening tags for marks in the order of the enum; the first is the outermost. */
    public static String opening(Iterable<Mark> marks) {
        StringBuilder tags = new StringBuilder();
        marks.forEach(mark -> tags.append('<').append(element(mark)).append('>'));
        return tags.toString();
    }

    public static String closing(Iterable<Mark> marks) {
        StringBuilder tags = new StringBuilder();
        marks.forEach(mark -> tags.insert(0, "</" + element(mark) + ">"));
        return tags.toString();
    }

    private static String element(Mark mark) {
        return switch (mark) {
            case STRONG -> "strong";
            case EM -> "em";
            case CODE -> "code";
            case SUB -> "sub";
            case SUP -> "sup";
            case STRIKE -> "s";
            case UNDERLINE -> "u";
            case MARK -> "mark";
            case SMALL -> "small";
            case CITE -> "cite";
        };
    }

    /** The opening tag of a link to an address. An absent title is left out. */
    static String anchor(String href, @Nullable String title) {
        return anchor(Style.PLAIN.linked(href, null, title));
    }

    /** The opening tag of the link around a picture. */
    static String anchor(ImageBlock picture) {
        return "<a" + attribute("href", picture.link()) + attribute(DataAttribute.ARTICLE, picture.article()) + ">";
    }

    /** The opening tag of a link. Absent attributes are left out. */
    public static String anchor(Style link) {
        return "<a" + attribute("href", link.href()) + attribute(DataAttribute.ARTICLE, link.article())
                + attribute("rel", link.rel()) + attribute("title", link.title()) + ">";
    }

    /** The attribute after a blank; empty for an absent value. */
    static String attribute(String name, @Nullable Object value) {
        return value == null
                ? ""
                : " " + name + "=\"" + escaped(value.toString()).replace("\"", "&quot;") + "\"";
    }

    /** The text escaped for use outside of tags only. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\u00a0", "&#xa0;");
    }
}
