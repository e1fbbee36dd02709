package press.gazette.tag;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

import press.gazette.problem.Problem;

/** The state of a tag. */
public enum TagState {
    /** In use. */
    ACTIVE,
    /** Known to the desk only until a public article carries it: a tag for a story under embargo would betray the story. */
    PROPOSED,
    /** Known to the desk only; for readers it does not exist. */
    HIDDEN,
    /** Readable, but not to be given to articles. */
    DEPRECATED;

    /** The states that readers may see, as the end of an HQL condition. Every HQL query for readers uses it. */
    public static final String VISIBLE = "in (ACTIVE, DEPRECATED)";

    /** The same rule for an entity. */
    public boolean isVisible() {
        return this == ACTIVE || this == DEPRECATED;
    }

    /**
     * Requires that a tag may enter this state at the desk. Only tags that readers have never seen can be proposed, and only tags
     * that they have seen can be deprecated.
     *
     * @param revealed true if readers have ever seen the tag
     * @throws Problem {@code conflict} that names the possible states
     */
    void requireFollows(TagState former, boolean revealed) {
        boolean follows = switch (this) {
            case ACTIVE, HIDDEN -> true;
            case DEPRECATED -> revealed;
            case PROPOSED -> !revealed;
        };
        if (this != former && !follows) {
            throw Problem.conflict(
                    revealed
                            ? "Readers have seen the tag: it can be active, deprecated or hidden."
                            : "Readers have not seen the tag: it can be proposed, active or hidden.");
        }
    }

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
