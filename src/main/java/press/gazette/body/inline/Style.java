package press.gazette.body.inline;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The look, link and language of a stretch of text: the components of a {@link Span} without its characters. Readers
 * change the style on their way through nested elements.
 */
public record Style(
        Set<Mark> marks,
        @Nullable String href,
        @Nullable UUID article,
        @Nullable String rel,
        @Nullable String title,
        @Nullable String lang,
        @Nullable String dir,
        @Nullable String abbr,
        @Nullable String time,
        @Nullable String ruby,
        @Nullable String note) {

    public static final Style PLAIN = new Style(Set.of(), null, null, null, null, null, null, null, null, null, null);

    public static Style of(Span span) {
        return new Style(
                span.marks(),
                span.href(),
                span.article(),
                span.rel(),
                span.title(),
                span.lang(),
                span.dir(),
                span.abbr(),
                span.time(),
                span.ruby(),
                span.note());
    }

    public Span span(String text) {
        return new Span(text, marks, href, article, rel, title, lang, dir, abbr, time, ruby, note);
    }

    public Style with(Mark mark) {
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return marked(more);
    }

    public Style without(Mark mark) {
        if (!marks.contains(mark)) {
            return this;
        }
        EnumSet<Mark> fewer = EnumSet.copyOf(marks);
        fewer.remove(mark);
        return marked(fewer);
    }

    private Style marked(Set<Mark> others) {
        return new Style(others, href, article, rel, title, lang, dir, abbr, time, ruby, note);
    }

    public Style linked(@Nullable String to, @Nullable String relation, @Nullable String about) {
        return new Style(marks, to, null, relation, about, lang, dir, abbr, time, ruby, note);
    }

    /** The style with a link to an article, without its address. */
    public Style linkedTo(UUID id, @Nullable String relation, @Nullable String about) {
        return new Style(marks, null, id, relation, about, lang, dir, abbr, time, ruby, note);
    }

    /** The style with this address beside the id of the article that it links to; null: the id alone. */
    Style addressed(@Nullable String address) {
        return new Style(marks, address, article, rel, title, lang, dir, abbr, time, ruby, note);
    }

    public boolean isLinked() {
        return href != null || article != null;
    }

    public Style inLanguage(@Nullable String language, @Nullable String direction) {
        return new Style(marks, href, article, rel, title, language, direction, abbr, time, ruby, note);
    }

    public Style expanded(@Nullable String expansion) {
        return new Style(marks, href, article, rel, title, lang, dir, expansion, time, ruby, note);
    }

    public Style dated(@Nullable String moment) {
        return new Style(marks, href, article, rel, title, lang, dir, abbr, moment, ruby, note);
    }

    public Style pronounced(@Nullable String reading) {
        return new Style(marks, href, article, rel, title, lang, dir, abbr, time, reading, note);
    }

    /** The style of a footnote's mark. It ignores the style of the text around it. */
    public static Style noteMark(String id) {
        return new Style(Set.of(), null, null, null, null, null, null, null, null, null, id);
    }

    public boolean hasLinkOf(Style other) {
        return Objects.equals(href, other.href)
                && Objects.equals(article, other.article)
                && Objects.equals(rel, other.rel)
                && Objects.equals(title, other.title);
    }

    /** True if adjacent spans of this style must not merge: a reading or a footnote belongs to one span. */
    boolean standsAlone() {
        return ruby != null || note != null;
    }

    /** The style of blanks between two styles: a link or a language if both styles have it, never marks. */
    Style common(Style other) {
        if (equals(other)) {
            return this;
        }
        boolean linked = hasLinkOf(other);
        return new Style(
                Set.of(),
                linked ? href : null,
                linked ? article : null,
                linked ? rel : null,
                linked ? title : null,
                Objects.equals(lang, other.lang) ? lang : null,
                Objects.equals(dir, other.dir) ? dir : null,
                null,
                null,
                null,
                null);
    }
}
