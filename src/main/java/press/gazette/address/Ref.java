package press.gazette.address;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import press.gazette.problem.Problem;

/** The name of one article or tag in a path or a draft: its id or one of its slugs. */
public sealed interface Ref permits Id, Slug {

    /** The text in a URL. */
    String text();

    /** Applies the function for the form that this name has. */
    <T> T either(Function<UUID, T> byId, Function<String, T> bySlug);

    /** Reads a path segment; rejects a text that is neither an id nor a slug with {@code not-found}, without a database. */
    static Ref parse(String text, String kind) {
        return of(text).orElseThrow(() -> Problem.notFound(kind));
    }

    /** Reads an id or a slug; empty if the text is neither. */
    static Optional<Ref> of(String text) {
        Optional<Ref> id = Id.of(text).map(Function.identity());
        return id.isPresent() || !Slug.isValid(text) ? id : Optional.of(new Slug(text));
    }

    /** True if a path with this text is read as a slug: a UUID is read as an id. */
    static boolean isSlug(String text) {
        return Slug.isValid(text) && Id.of(text).isEmpty();
    }

    /** The ids among these names. */
    static List<UUID> ids(Collection<Ref> refs) {
        return refs.stream()
                .flatMap(ref -> ref instanceof Id id ? Stream.of(id.value()) : Stream.of())
                .toList();
    }

    /** The slugs among these names. */
    static List<String> slugs(Collection<Ref> refs) {
        return refs.stream()
                .flatMap(ref -> ref instanceof Slug slug ? Stream.of(slug.value()) : Stream.of())
                .toList();
    }
}
