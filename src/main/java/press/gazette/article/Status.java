package press.gazette.article;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

import press.gazette.problem.Problem;

/** The status of an article, with its legal moves. */
public enum Status {
    /** Being written. */
    DRAFT,
    /** Will be published at a set time. */
    SCHEDULED,
    /** Public, unless embargoed or expired. */
    PUBLISHED,
    /** Hidden from readers, who are told so. */
    WITHDRAWN;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /** True if readers may find the article or its withdrawal at its address. */
    public boolean hasReaders() {
        return this == PUBLISHED || this == WITHDRAWN;
    }

    /**
     * The next status, if the move is legal.
     *
     * @throws Problem {@code conflict} that names the legal moves
     */
    Status to(Status next) {
        Set<Status> legal = legal();
        if (!legal.contains(next)) {
            throw Problem.conflict("An article that is " + word + " cannot become " + next.word + ". It can become: "
                    + legal.stream().map(status -> status.word).collect(Collectors.joining(", ")) + ".");
        }
        return next;
    }

    private Set<Status> legal() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SCHEDULED, PUBLISHED);
            case SCHEDULED -> EnumSet.of(DRAFT, SCHEDULED, PUBLISHED);
            case PUBLISHED -> EnumSet.of(DRAFT, WITHDRAWN);
            case WITHDRAWN -> EnumSet.of(DRAFT, PUBLISHED);
        };
    }
}
