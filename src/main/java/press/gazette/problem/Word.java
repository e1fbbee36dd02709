package press.gazette.problem;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Parameters that take one of a few words. */
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
