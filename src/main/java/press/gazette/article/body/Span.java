package press.gazette.article.body;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text whose characters all look and link the same.
 *
 * @param text plain characters, no markup; {@code "\n"} is a hard line break. A block brings it into the normal form
 * @param marks empty for plain text and then absent in JSON; {@link Mark#CODE} stands alone
 * @param href where the text links to: an absolute http, https, mailto or tel address; absent when it does not link
 */
@Schema(description = "A stretch of text whose characters all look and link the same.")
public record Span(
        @Schema(description = "Plain characters; a line feed is a hard line break.")
        String text,

        @Schema(description = "strong, em or code. Absent: plain.") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Set<Mark> marks,

        @Schema(description = "Where it links to. Absent: nowhere.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String href) {

    public Span {
        if (text == null) {
            throw new IllegalArgumentException("span.text must be present; \"\" stands for no text.");
        }
        marks = inOrder(marks);
        if (href != null) {
            Address.requireLink("span.href", href);
        }
    }

    /** Text without a link. */
    public static Span of(String text, Mark... marks) {
        return new Span(text, inOrder(Arrays.asList(marks)), null);
    }

    /** Text that links to {@code href}. */
    public static Span link(String text, String href, Mark... marks) {
        return new Span(text, inOrder(Arrays.asList(marks)), href);
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** In the order of the enum, so that equal spans are also the same bytes in JSON. */
    private static Set<Mark> inOrder(@Nullable Collection<@Nullable Mark> marks) {
        EnumSet<Mark> ordered = EnumSet.noneOf(Mark.class);
        if (marks == null) {
            return Collections.unmodifiableSet(ordered);
        }
        for (Mark mark : marks) {
            if (mark == null) {
                throw new IllegalArgumentException("span.marks must hold only strong, em or code, not null.");
            }
            ordered.add(mark);
        }
        return Collections.unmodifiableSet(ordered.contains(Mark.CODE) ? EnumSet.of(Mark.CODE) : ordered);
    }
}
