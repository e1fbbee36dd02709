package press.gazette.importer.item;

/**
 * An item that does not become an article, with the reason.
 *
 * @param title for people; may be empty
 */
public record LeftOut(String id, String title, Note reason, int line) implements ImportedItem {}
