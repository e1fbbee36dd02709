package press.gazette.body.inline;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text with one look and one link.
 *
 * @param text plain characters, no markup; {@code "\n"} is a hard line break. Blocks bring it into the normal form
 * @param marks empty for plain text and then absent in JSON; {@link Mark#CODE} excludes strong and em
 * @param href the target of a link: an absolute http, https, mailto or tel address, a path from the root of the site,
 *     or {@code #id}; absent: no link, or one to an article
 * @param article the id of the article that a link leads to; href beside it is that article's address, filled at each
 *     reading and never stored; absent: no link, or one to an address
 * @param rel lower-case words with one blank between them; only in a link
 * @param title one line about the target; only in a link
 * @param lang BCP 47; absent: the language of the article
 * @param dir {@code ltr}, {@code rtl} or {@code auto}; absent: the direction of the text around it
 * @param abbr the expansion of an abbreviation, one line; absent: none
 * @param time a date, time or duration in the form of HTML's {@code datetime}; absent: none
 * @param ruby the reading of the characters, one line; absent: none
 * @param note the id of a footnote; the text is then the same id, and all other components are absent
 */
@Schema(description = "A stretch of text with one look and one link.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Span(
        @Schema(description = "Plain characters; a line feed is a hard line break.")
        String text,

        @Schema(
                description =
                        "strong, em, code, sub, sup, strike, underline, mark, small or cite. Absent: plain. Expect "
                                + "further ones.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Set<Mark> marks,

        @Schema(
                description = "The target of a link: absolute, a path from the root of the site, or #id of a heading. "
                        + "Absent: no link.")
        @Nullable
        String href,

        @Schema(
                description = "The id of the article of this newsroom that the link leads to, in place of href; at "
                        + "most " + MAX_ARTICLES
                        + " different ones in a body. Readers get its current address in href beside "
                        + "it. Absent: no link, a link to an address, or to an article that readers cannot see.")
        @Nullable
        UUID article,

        @Schema(description = "The relation to the target, words of HTML's rel. Absent: none.", example = "sponsored")
        @Nullable
        String rel,

        @Schema(description = "A line about the target. Absent: none.") @Nullable
        String title,

        @Schema(description = "The language of the text, BCP 47. Absent: the article's.", example = "la") @Nullable
        String lang,

        @Schema(
                description = "The direction of the text: ltr, rtl or auto. Absent: that of the text around it.",
                example = "rtl")
        @Nullable
        String dir,

        @Schema(description = "The long form of this abbreviation. Absent: no abbreviation.") @Nullable
        String abbr,

        @Schema(description = "The date, time or duration meant, for programs. Absent: none.", example = "2026-11-29")
        @Nullable
        String time,

        @Schema(description = "The reading of the characters, shown above them (ruby). Absent: none.", example = "かん")
        @Nullable
        String ruby,

        @Schema(description = "The id of the footnote that this mark refers to. Absent: no footnote.", example = "1")
        @Nullable
        String note) {

    /** Different articles that all links of a body lead to: many times those of the longest live blog or timeline. */
    public static final int MAX_ARTICLES = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern DATE = Pattern.compile("[0-9TZPWYMDHSwdhms:.,+ -]{1,64}");
    private static final Pattern NOTE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern REL = Pattern.compile("[a-z][a-z0-9-]{0,29}(?: [a-z][a-z0-9-]{0,29}){0,9}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");

    public Span {
        if (text == null) {
            throw new IllegalArgumentException("span.text must be present; \"\" stands for no text.");
        }
        marks = inOrder(marks);
        if (href != null) {
            Address.requireLink("span.href", href);
        }
        boolean linked = href != null || article != null;
        require(linked || (rel == null && title == null), "span.rel and span.title must stand beside href or article.");
        rel = relation(rel);
        title = Prose.line("span.title", title);
        require(lang == null || isLanguage(lang), "span.lang must be a language tag such as \"de\" (BCP 47).");
        require(dir == null || DIRECTIONS.contains(dir), "span.dir must be ltr, rtl or auto.");
        abbr = Prose.line("span.abbr", abbr);
        require(time == null || isTime(time), "span.time must be a date, time or duration such as \"2026-11-29\".");
        ruby = Prose.line("span.ruby", ruby);
        require(
                note == null || isNote(note),
                "span.note must be 1 to 40 lower-case letters, digits or hyphens, such as \"1\".");
        if (note != null) {
            require(!linked, "span.note must stand without href and article: the mark itself leads to the footnote.");
            text = note;
            marks = Set.of();
            lang = null;
            dir = null;
            abbr = null;
            time = null;
            ruby = null;
        }
    }

    public Span(String text, Set<Mark> marks, @Nullable String href) {
        this(text, marks, href, null, null, null, null, null, null, null, null, null);
    }

    /** Text without a link. */
    public static Span of(String text, Mark... marks) {
        return new Span(text, inOrder(Arrays.asList(marks)), null);
    }

    /** Text that links to {@code href}. */
    public static Span link(String text, String href, Mark... marks) {
        return new Span(text, inOrder(Arrays.asList(marks)), href);
    }

    /** A copy with the address of the article that it links to; null: without one. Other spans stay. */
    public Span addressed(@Nullable String address) {
        return article == null
                ? this
                : Style.of(this)
                        .addressed(address == null ? null : Address.tidied(address))
                        .span(text);
    }

    /** A copy that links nowhere. */
    public Span unlinked() {
        return Style.of(this).linked(null, null, null).span(text);
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** True if the span is characters alone, without marks, link or any other component. */
    boolean isBare() {
        return marks.isEmpty() && Style.of(this).equals(Style.PLAIN);
    }

    public static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    public static boolean isDirection(String word) {
        return DIRECTIONS.contains(word);
    }

    public static boolean isTime(String text) {
        return DATE.matcher(text).matches() && text.equals(text.strip());
    }

    public static boolean isNote(String id) {
        return NOTE.matcher(id).matches();
    }

    public static boolean isRelation(String words) {
        return REL.matcher(words).matches();
    }

    private static @Nullable String relation(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        List<String> words = Arrays.asList(BLANKS.split(raw.strip().toLowerCase(Locale.ROOT)));
        String once = String.join(" ", new LinkedHashSet<>(words));
        require(isRelation(once), "span.rel must be at most ten words such as \"nofollow\".");
        return once;
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The marks in the order of the enum, so that equal spans are equal bytes in JSON. */
    private static Set<Mark> inOrder(@Nullable Collection<@Nullable Mark> marks) {
        EnumSet<Mark> ordered = EnumSet.noneOf(Mark.class);
        if (marks == null) {
            return Collections.unmodifiableSet(ordered);
        }
        for (Mark mark : marks) {
            if (mark == null) {
                throw new IllegalArgumentException("span.marks must hold only marks such as strong, not null.");
            }
            ordered.add(mark);
        }
        if (ordered.contains(Mark.CODE)) {
            ordered.remove(Mark.STRONG);
            ordered.remove(Mark.EM);
        }
        return Collections.unmodifiableSet(ordered);
    }
}
