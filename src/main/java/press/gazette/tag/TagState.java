package press.gazette.tag;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a tag is in use. */
public enum TagState {
    /** In use. */
    ACTIVE,
    /**
     * New, and known to the desk only until the first public article carries it: a word that exists only for a story under
     * embargo would betray the story.
     */
    PROPOSED,
    /** Known to the desk only; public answers are as if it did not exist. */
    HIDDEN,
    /** Still readable, no longer to be given to articles. */
    DEPRECATED;

    /** Which tags readers may see, as the end of an HQL condition on a state. Every query for readers asks in these words. */
    public static final String VISIBLE = "in (ACTIVE, DEPRECATED)";

    /** The same rule for a tag at hand. */
    public boolean isVisible() {
        return this == ACTIVE || this == DEPRECATED;
    }

    /**
     * Whether a tag may become this at the desk. Only what readers have never seen can be proposed, and only what they have
     * seen can be deprecated.
     *
     * @param revealed whether readers have ever seen it
     */
    boolean mayFollow(TagState former, boolean revealed) {
        return this == former
                || switch (this) {
                    case ACTIVE, HIDDEN -> true;
                    case DEPRECATED -> revealed;
                    case PROPOSED -> !revealed;
                };
    }

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
