package press.gazette.curation.content;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.problem.Faults;

/** The checks of the plain text that editors write into lists and the site document. */
public final class PlainText {

    public static final int LINE = 500;
    public static final int WORD = 200;
    public static final int PARAGRAPH = 4_000;

    private PlainText() {}

    /** Records the faults of a text that may be absent; returns it without blanks at its ends. */
    public static @Nullable String checked(Faults faults, String pointer, @Nullable String text, int most) {
        return text == null ? null : faults.name(pointer, text, most);
    }

    /** Records a fault unless the text is absent or an absolute URL. */
    public static void checkUrl(Faults faults, String pointer, @Nullable String url) {
        faults.check(
                url == null || WebAddress.isAbsolute(url),
                pointer,
                "The URL must be absolute, http or https, and at most 2,000 characters long.");
    }
}
