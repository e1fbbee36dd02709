package press.gazette.body.block;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * The title of the text up to the next heading of the same level.
 *
 * @param level 2 to 4; level 1 is the title of the article
 * @param text never empty, always one line
 * @param id letters, digits and {@code _ . : -} in any script, at most {@value #MAX_ID}; made from the words if left
 *     out. A body numbers repeated ids, so that {@code #id} leads to one place
 */
@Schema(description = "The title of what follows, up to the next one of its level.")
public record HeadingBlock(
        @Schema(
                description = "2 to 4; 1 is the title of the article.",
                minimum = "" + HeadingBlock.TOP,
                maximum = "" + HeadingBlock.LOWEST,
                example = "2")
        int level,

        @Schema(description = "One line.") List<Span> text,

        @Schema(
                description =
                        "Links within the body lead to it as #id. Left out: made from the words, and stays the same as "
                                + "long as they do.",
                example = "times-and-fares")
        @Nullable
        String id)
        implements Block {

    public static final int TOP = 2;
    public static final int LOWEST = 4;

    static final int MAX_ID = 220;

    /** UTF-16 units of an id made from words. Longer ids break where addresses are shortened. */
    private static final int MAX_WORDS = 80;

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.:-]{0," + (MAX_ID - 1) + "}");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^[\\p{M}-]+|-+$");

    public HeadingBlock {
        if (level < TOP || level > LOWEST) {
            throw new IllegalArgumentException(
                    "heading.level must be 2, 3 or 4 (1 is the title of the article); this is " + level + ".");
        }
        text = Spans.oneLine(Spans.required("heading.text", text));
        if (id != null && !isId(id)) {
            throw new IllegalArgumentException("heading.id must be 1 to " + MAX_ID
                    + " letters, digits or _ . : - and begin with a letter or a digit, such as \"times-and-fares\".");
        }
        id = id == null ? idOf(text) : id;
    }

    public HeadingBlock(int level, List<Span> text) {
        this(level, text, null);
    }

    public static boolean isId(String id) {
        return ID.matcher(id).matches() && Normalizer.isNormalized(id, Normalizer.Form.NFC);
    }

    /** The id made from the words of this heading. */
    public String idOfWords() {
        return idOf(text);
    }

    /** The words in lower case with hyphens between them; {@code part} if there are no words. */
    private static String idOf(List<Span> text) {
        String words = GAPS.matcher(Spans.plain(text).toLowerCase(Locale.ROOT)).replaceAll("-");
        String edged = EDGES.matcher(words).replaceAll("");
        String cut = edged.length() > MAX_WORDS ? cut(edged) : edged;
        return isId(cut) ? cut : "part";
    }

    private static String cut(String words) {
        int end = words.lastIndexOf('-', MAX_WORDS);
        int whole = end > 0 ? end : words.offsetByCodePoints(0, words.codePointCount(0, MAX_WORDS) - 1);
        return words.substring(0, whole);
    }

    @Override
    public Block withIds(UnaryOperator<String> free) {
        String other = free.apply(id);
        return other.equals(id) ? this : new HeadingBlock(level, text, other);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.heading(this);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of(text);
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return new HeadingBlock(level, change.apply(text), id);
    }

    @Override
    public long length() {
        return Spans.length(text);
    }

    @Override
    public HeadingBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
