package press.gazette.curation;

import press.gazette.address.Slug;
import press.gazette.problem.Problem;

/** The name of a list or a page in URLs: in the form of a slug, chosen once and never changed. */
public final class Key {

    private Key() {}

    /** Rejects a text that is not in the form of a key with {@code not-found}, without a database. */
    public static String check(String text, String kind) {
        if (!Slug.isKey(text)) {
            throw Problem.notFound(kind);
        }
        return text;
    }
}
