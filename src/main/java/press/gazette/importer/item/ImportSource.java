package press.gazette.importer.item;

import java.util.List;

/** The files of one export. Each call of {@link #open} reads them from their beginning and gives the same items in the same order. */
public interface ImportSource {

    /** The name of the system: with the id of an article there, its identity. */
    String system();

    /** The hosts of the former site, whose links may lead to its articles. */
    List<String> hosts();

    /** All terms, parents before their children. */
    List<ImportedTerm> terms();

    /** The articles, one by one. */
    ImportedArticles open();

    /** The former site as a whole. */
    default ImportedSite site() {
        return ImportedSite.UNKNOWN;
    }

    /** Repairs of the files, and the numbers of their parts that are no articles. */
    List<Note> notes();
}
