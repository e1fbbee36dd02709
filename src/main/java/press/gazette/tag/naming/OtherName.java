package press.gazette.tag.naming;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A further name of a tag's subject: in another language or script, a former or a short one.
 *
 * @param language BCP 47
 */
@Schema(description = "A further name of the subject: in another language or script, a former or a short one.")
public record OtherName(
        @Schema(
                description = "Plain text, at most 200 characters.",
                example = "Путин",
                minLength = 1,
                maxLength = OtherName.LONGEST)
        String name,

        @Schema(description = "The language of the name, BCP 47.", example = "ru")
        String language) {

    /** The most characters, as many as the name of a tag has. */
    public static final int LONGEST = 200;

    /** The most other names of one tag: enough for each official language of a union of states. */
    public static final int MOST = 30;
}
