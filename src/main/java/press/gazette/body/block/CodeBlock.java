package press.gazette.body.block;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;
import press.gazette.problem.PrintableText;

/**
 * Text shown character by character: a program, a table of figures, a poem.
 *
 * @param language a language for a highlighter, such as {@code java} or {@code c++}; absent: unknown
 * @param text never empty, {@code "\n"} between lines; blanks and tabs unchanged, without empty lines at the start or
 *     end
 */
@Schema(description = "Lines whose every blank counts: a program, a table of figures, a poem.")
public record CodeBlock(
        @Schema(description = "The language, for a highlighter. Absent: unknown.", example = "java") @Nullable
        String language,

        @Schema(description = "The lines, with a line feed between them.")
        String text)
        implements Block {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+#._-]{0,39}");

    public CodeBlock {
        if (language != null && !isLanguage(language)) {
            throw new IllegalArgumentException("code.language must be one word of 1 to 40 letters, digits or"
                    + " + # . _ -, such as \"java\", or absent.");
        }
        text = text == null ? "" : Prose.verbatim(text);
        if (!PrintableText.isVisible(text)) {
            throw new IllegalArgumentException("code.text must hold at least one visible character.");
        }
    }

    public static boolean isLanguage(String name) {
        return LANGUAGE.matcher(name).matches();
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.code(this);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of();
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return this;
    }

    @Override
    public long length() {
        return text.length();
    }

    @Override
    public CodeBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
