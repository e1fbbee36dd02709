package press.gazette.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

import press.gazette.change.Subject;

/** The types of public things whose changes are sent: the first part of an event's type. */
public enum WebhookType {
    ARTICLE(Subject.Kind.ARTICLE),
    TAG(Subject.Kind.TAG),
    LIST(Subject.Kind.LIST),
    PAGE(Subject.Kind.PAGE),
    MEDIA(Subject.Kind.MEDIA),
    SITE(Subject.Kind.SITE);

    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);

    private final Subject.Kind kind;

    WebhookType(Subject.Kind kind) {
        this.kind = kind;
    }

    /** The type of a subject; empty for groups of responses, which are no things. */
    static Optional<WebhookType> of(Subject subject) {
        return Arrays.stream(values())
                .filter(type -> type.kind == subject.kind())
                .findFirst();
    }
}
