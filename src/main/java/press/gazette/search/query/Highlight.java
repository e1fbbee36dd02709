package press.gazette.search.query;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words of a question in a text.
 *
 * @param ranges pairs of the first unit and the one behind the last, in UTF-16 units of the text; ascending, apart from each other,
 *     within it, and not through a surrogate pair
 */
@Schema(description = "A text of an article with words of the question.")
public record Highlight(
        @Schema(description = "The text of the article: title, standfirst, byline or body.", examples = "title")
        TextField field,

        @Schema(
                description =
                        "Plain text: a whole title, standfirst or byline, or a passage of at most 160 characters of the "
                                + "body. It is not HTML; escape it as any text.",
                examples = "Council approves harbour budget after midnight vote")
        String text,

        @Schema(
                description = "The words found, each as its start and its end in UTF-16 units, as JavaScript counts; "
                        + "the end is exclusive.",
                examples = "[[17,24]]")
        List<List<Integer>> ranges) {

    /** In UTF-16 units. */
    public static final int LONGEST_PASSAGE = 160;

    public Highlight {
        ranges = List.copyOf(ranges);
    }
}
