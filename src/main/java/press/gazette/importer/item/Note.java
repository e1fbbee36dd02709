package press.gazette.importer.item;

/**
 * A line of the report: a loss, a repair or a decision, with its reason.
 *
 * @param code a word for programs, such as {@code unknown-shortcode}
 * @param detail a sentence or the words that it is about, for people
 */
public record Note(String code, String detail) {

    private static final int LONGEST = 300;

    public Note {
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
    }
}
