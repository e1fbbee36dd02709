package press.gazette.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A permission of a caller. The names are constants because annotations accept nothing else. */
@Schema(
        enumeration = {
            Scope.READ,
            Scope.WRITE,
            Scope.PUBLISH,
            Scope.ADMINISTER,
            Scope.PREVIEW,
            Scope.FEEDS,
            Scope.CONTENT,
        })
public enum Scope {
    /** Read the desk: drafts, revisions, everything unpublished. */
    DESK_READ(Scope.READ),
    /** Write without publishing. */
    DESK_WRITE(Scope.WRITE),
    /** Publish, schedule and withdraw. */
    DESK_PUBLISH(Scope.PUBLISH),
    /** All permissions, including the administration of keys. */
    ADMIN(Scope.ADMINISTER),
    /** Read previews. */
    PREVIEW_READ(Scope.PREVIEW),
    /** Read partner feeds. */
    FEEDS_READ(Scope.FEEDS),
    /** Read whole articles that are not free. */
    CONTENT_FULL(Scope.CONTENT);

    public static final String READ = "desk:read";
    public static final String WRITE = "desk:write";
    public static final String PUBLISH = "desk:publish";
    public static final String ADMINISTER = "admin";
    public static final String PREVIEW = "preview:read";
    public static final String FEEDS = "feeds:read";
    public static final String CONTENT = "content:full";

    @JsonValue
    public final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The scope with that name; empty if there is none. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(scope -> scope.word).toList();
    }

    /** The names of all scopes that these imply: admin implies every other. */
    public static Set<String> allowedBy(Collection<Scope> scopes) {
        Collection<Scope> allowed = scopes.contains(ADMIN) ? EnumSet.allOf(Scope.class) : scopes;
        return allowed.stream().map(scope -> scope.word).collect(Collectors.toUnmodifiableSet());
    }
}
