package press.gazette.problem;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Values of query parameters: one of a few words, or what a reader makes of a text. */
public final class Word {

    private Word() {}

    /** Whether it is {@code true}; absent means false. Refuses everything else. */
    public static boolean flag(String parameter, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problem.invalidParameter(parameter, "The parameter " + parameter + " is true or false.");
    }

    /** What the reader makes of a text; the message of its IllegalArgumentException is the problem's detail. */
    public static <T> T read(String parameter, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(parameter, "At " + parameter + ": " + e.getMessage());
        }
    }

    /** What the word stands for; refuses another one, naming those that there are. */
    public static <T> T parse(String parameter, String text, T[] values, Function<T, String> word) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter(
                        parameter,
                        "The " + parameter + " is one of "
                                + Arrays.stream(values).map(word).collect(Collectors.joining(", ")) + "."));
    }
}
