package press.gazette.problem;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Parses the values of query parameters. */
public final class ParameterValue {

    private ParameterValue() {}

    /**
     * Parses {@code true} or {@code false}; null is false.
     *
     * @throws Problem {@code invalid-parameter} for any other text
     */
    public static boolean flag(String parameter, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problem.invalidParameter(parameter, "The parameter " + parameter + " must be true or false.");
    }

    /**
     * Applies a parser. The message of its IllegalArgumentException becomes the detail of an {@code invalid-parameter}
     * problem.
     */
    public static <T> T parse(String parameter, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(parameter, "At " + parameter + ": " + e.getMessage());
        }
    }

    /**
     * Returns the value with the given word.
     *
     * @throws Problem {@code invalid-parameter} that lists the words, if none matches
     */
    public static <T> T parse(String parameter, String text, T[] values, Function<T, String> word) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter(
                        parameter,
                        "The " + parameter + " must be one of "
                                + Arrays.stream(values).map(word).collect(Collectors.joining(", ")) + "."));
    }
}
