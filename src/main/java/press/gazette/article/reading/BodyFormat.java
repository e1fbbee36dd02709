package press.gazette.article.reading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import press.gazette.problem.Problem;

/** A format of bodies in responses. */
public enum BodyFormat {
    HTML,
    BLOCKS,
    MARKDOWN,
    TEXT;

    private static final String NONE = "none";

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Reads the parameter {@code body}: formats separated by commas, or {@code none}. */
    static Set<BodyFormat> parse(String text) {
        if (text.equals(NONE)) {
            return EnumSet.noneOf(BodyFormat.class);
        }
        Set<BodyFormat> formats = EnumSet.noneOf(BodyFormat.class);
        for (String word : text.split(",", -1)) {
            if (!formats.add(of(word).orElseThrow(BodyFormat::refused))) {
                throw refused();
            }
        }
        return formats;
    }

    private static Optional<BodyFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    private static Problem refused() {
        List<String> words = Arrays.stream(values()).map(format -> format.word).toList();
        return Problem.invalidParameter(
                "body",
                "The body is \"none\" or one or more of " + String.join(", ", words)
                        + ", separated by commas, each once.");
    }
}
