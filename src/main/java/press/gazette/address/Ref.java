package press.gazette.address;

import java.util.Optional;
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
        return of(text).orElseThrow(() -> Problem.notFound(what));
    }

    /** An id or a slug, whichever the text is; empty when it can be neither. */
    public static Optional<Ref> of(String text) {
        if (UUID_TEXT.matcher(text).matches()) {
            return Optional.of(new Ref(UUID.fromString(text), null));
        }
        return Slug.isValid(text) ? Optional.of(new Ref(null, text)) : Optional.empty();
    }

    /** Whether a path with this text is read as a slug: a UUID is read as an id. */
    public static boolean isSlug(String text) {
        return of(text).map(Ref::slug).isPresent();
    }

    /** As it stands in a URL. */
    public String text() {
        return id == null ? String.valueOf(slug) : id.toString();
    }
}
