package press.gazette.webhook;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import press.gazette.change.Change;

/** The kinds of changes that are sent: the second part of an event's type. */
public enum WebhookKind {
    /** Readers see it from now on: for the first time or again. */
    PUBLISHED,
    UPDATED,
    WITHDRAWN,
    DELETED,
    MOVED;

    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);

    public static WebhookKind of(Change.Kind kind) {
        return switch (kind) {
            case CREATED -> PUBLISHED;
            case UPDATED -> UPDATED;
            case WITHDRAWN -> WITHDRAWN;
            case DELETED -> DELETED;
            case MOVED -> MOVED;
        };
    }
}
