package press.gazette.article.format;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The front matter of a Markdown file: YAML between lines of {@code ---}. All texts are in double quotes on one line, so that no
 * text is read as YAML, as the end of the front matter, or as a number, a date or a truth value.
 */
final class FrontMatter {

    private static final String LINE = "---\n";

    private final StringBuilder yaml = new StringBuilder(LINE);

    /** Adds a text unless it is null. */
    FrontMatter with(String name, @Nullable String value) {
        if (value != null) {
            yaml.append(name).append(": ").append(quoted(value)).append('\n');
        }
        return this;
    }

    /** Adds a moment, unquoted: generators of sites read it as a date. */
    FrontMatter with(String name, Instant value) {
        yaml.append(name).append(": ").append(value).append('\n');
        return this;
    }

    /** Adds a truth value unless it is null. */
    FrontMatter with(String name, @Nullable Boolean value) {
        if (value != null) {
            yaml.append(name).append(": ").append(value).append('\n');
        }
        return this;
    }

    /** Adds a list unless it is empty. */
    FrontMatter with(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            yaml.append(name).append(":\n");
            values.forEach(value -> yaml.append("  - ").append(quoted(value)).append('\n'));
        }
        return this;
    }

    /** Adds an object unless it is empty. */
    FrontMatter with(String name, Map<String, String> members) {
        if (!members.isEmpty()) {
            yaml.append(name).append(":\n");
            members.forEach((member, value) -> yaml.append("  ")
                    .append(member)
                    .append(": ")
                    .append(quoted(value))
                    .append('\n'));
        }
        return this;
    }

    /** The front matter with both its lines. */
    @Override
    public String toString() {
        return yaml + LINE;
    }

    /** A double-quoted scalar (YAML 1.2 §7.3.1). */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPlain(character)) {
                        quoted.appendCodePoint(character);
                    } else {
                        quoted.append("\\u%04x".formatted(character));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** True if YAML allows the character in a line (§5.1, §5.4): no control character, line separator or byte order mark. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> character != '\uFEFF' && character != '\uFFFE' && character != '\uFFFF';
        };
    }
}
