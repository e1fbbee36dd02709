package press.gazette.curation.resolution;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reason why a candidate is not in a list. Clients must expect further reasons. */
@Schema(name = "DropReason")
public enum Reason {
    HIDDEN("hidden"),
    NOT_STARTED("not-started"),
    ENDED("ended"),
    EXCLUDED("excluded"),
    DUPLICATE("duplicate"),
    ON_PAGE("on-page"),
    TOO_OLD("too-old"),
    OVER_GROUP("over-group"),
    OVER_MAXIMUM("over-maximum"),
    NOTHING_LEFT("nothing-left");

    @JsonValue
    public final String word;

    Reason(String word) {
        this.word = word;
    }
}
