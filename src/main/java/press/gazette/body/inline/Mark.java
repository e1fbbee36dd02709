package press.gazette.body.inline;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A look or a meaning of a stretch of text besides a link. In JSON it is the lower-case name; further marks may follow.
 */
public enum Mark {
    /** Strong importance, usually bold. */
    @JsonProperty("strong")
    STRONG,

    /** Stress, usually italic. */
    @JsonProperty("em")
    EM,

    /** Literal characters. Excludes strong and em. */
    @JsonProperty("code")
    CODE,

    /** Below the line, as in H₂O. */
    @JsonProperty("sub")
    SUB,

    /** Above the line, as in 10⁶. */
    @JsonProperty("sup")
    SUP,

    /** Struck out because it no longer holds. Plain text leaves it out. */
    @JsonProperty("strike")
    STRIKE,

    /** Underlined: an insertion, a name in Chinese. */
    @JsonProperty("underline")
    UNDERLINE,

    /** Highlighted for the reader. */
    @JsonProperty("mark")
    MARK,

    /** A remark on the side, in small print. */
    @JsonProperty("small")
    SMALL,

    /** The title of a work. */
    @JsonProperty("cite")
    CITE
}
