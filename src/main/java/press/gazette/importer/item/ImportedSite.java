package press.gazette.importer.item;

import java.util.List;

/**
 * The former site as a whole.
 *
 * @param title empty: the file does not tell, as with the other texts
 * @param menus empty: the file has none
 * @param featured the ids of the articles that stood first there, the newest last
 */
public record ImportedSite(
        String title,
        String description,
        String language,
        String timeZone,
        List<ImportedMenu> menus,
        List<String> featured) {

    /** The most featured articles: those of a list. */
    public static final int MOST_FEATURED = 100;

    public static final ImportedSite UNKNOWN = new ImportedSite("", "", "", "", List.of(), List.of());
}
