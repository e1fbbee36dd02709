package press.gazette.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;

/** The types of public things whose changes are sent: the first part of an event's type. */
public enum WebhookType {
    ARTICLE(Subject.Kind.ARTICLE, "/v1/articles/"),
    TAG(Subject.Kind.TAG, "/v1/tags/"),
    LIST(Subject.Kind.LIST, "/v1/lists/"),
    PAGE(Subject.Kind.PAGE, "/v1/pages/"),
    MEDIA(Subject.Kind.MEDIA, null),
    SITE(Subject.Kind.SITE, "/v1/site");

    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);

    private final Subject.Kind kind;
    private final @Nullable String path;

    WebhookType(Subject.Kind kind, @Nullable String path) {
        this.kind = kind;
        this.path = path;
    }

    /** The address for readers up to the key; null if there is none. */
    public @Nullable String path() {
        return path;
    }

    /** The type of a subject; empty for groups of responses, which are no things. */
    public static Optional<WebhookType> of(Subject subject) {
        return Arrays.stream(values())
                .filter(type -> type.kind == subject.kind())
                .findFirst();
    }
}
