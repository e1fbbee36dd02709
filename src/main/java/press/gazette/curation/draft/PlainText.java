package press.gazette.curation.draft;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.problem.Faults;

/** The form of what editors write into lists. */
final class PlainText {

    static final int LINE = 500;
    static final int WORD = 200;
    static final int PARAGRAPH = 4_000;

    private PlainText() {}

    /** Notes what is wrong with a text that may be absent; returns it without blanks at its ends. */
    static @Nullable String checked(Faults faults, String pointer, @Nullable String text, int most) {
        return text == null ? null : faults.name(pointer, text, most);
    }

    /** Notes that it leads nowhere. */
    static void checkUrl(Faults faults, String pointer, String url) {
        faults.check(
                WebAddress.isAbsolute(url),
                pointer,
                "This is an absolute http or https URL of at most 2,000 characters.");
    }
}
