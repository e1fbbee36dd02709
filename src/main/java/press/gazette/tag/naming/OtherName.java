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

    /** True if readers see this character. The joiners belong to the spelling of names in Persian and in the scripts of India. */
    public static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> point == '\u200C' || point == '\u200D';
            default -> true;
        };
    }

    /** A name without the characters that readers do not see, and without blanks at its ends; empty: nothing is left. */
    public static String shown(String name) {
        return name.codePoints()
                .filter(OtherName::isShown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
