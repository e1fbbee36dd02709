package press.gazette.article.body;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a stretch of text can be besides a link. In JSON the lower-case name; the set is closed. */
public enum Mark {
    /** Strong importance, usually bold. */
    @JsonProperty("strong")
    STRONG,

    /** Stress or a title of a work, usually italic. */
    @JsonProperty("em")
    EM,

    /** Literal characters. Excludes the other marks, because Markdown cannot put them inside code. */
    @JsonProperty("code")
    CODE
}
