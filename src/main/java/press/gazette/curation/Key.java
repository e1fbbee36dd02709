package press.gazette.curation;

import press.gazette.address.Slug;
import press.gazette.problem.Problem;

/** The address of a list or a page: in the form of a slug, but chosen once and never changed. */
public final class Key {

    private Key() {}

    /** What cannot be a key names nothing, which needs no database to know. */
    public static String check(String text, String what) {
        if (!Slug.isValid(text)) {
            throw Problem.notFound(what);
        }
        return text;
    }
}
