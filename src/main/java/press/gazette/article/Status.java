package press.gazette.article;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an article is in its life. */
public enum Status {
    /** Being written. */
    DRAFT,
    /** Will be published at a set time. */
    SCHEDULED,
    /** Public, unless embargoed or expired. */
    PUBLISHED,
    /** Taken away from readers, who are told so. */
    WITHDRAWN;

    @JsonValue
    @EnumeratedValue
    final String word = name().toLowerCase(Locale.ROOT);

    /** The next status, where the move is legal. */
    Status to(Status next) {
        boolean legal = switch (this) {
            case DRAFT -> next == SCHEDULED || next == PUBLISHED;
            case SCHEDULED -> next == DRAFT || next == PUBLISHED;
            case PUBLISHED -> next == DRAFT || next == WITHDRAWN;
            case WITHDRAWN -> next == DRAFT || next == PUBLISHED;
        };
        if (!legal) {
            throw new IllegalStateException("An article that is " + word + " cannot become " + next.word);
        }
        return next;
    }
}
