package press.gazette.address;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/**
 * What stands in a path for one thing: its id or one of its slugs.
 *
 * @param id absent when the text is a slug
 * @param slug absent when the text is an id
 */
public record Ref(@Nullable UUID id, @Nullable String slug) {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Reads a path segment. What can be neither an id nor a slug names nothing, which needs no database to know. */
    public static Ref parse(String text, String what) {
        if (UUID_TEXT.matcher(text).matches()) {
            return new Ref(UUID.fromString(text), null);
        }
        if (Slug.isValid(text)) {
            return new Ref(null, text);
        }
        throw Problem.notFound(what);
    }
}
