package press.gazette.importer.item;

import java.util.List;

/** A file of another system. Each call of {@link #open} reads it from its beginning and gives the same items in the same order. */
public interface ImportSource {

    /** The name of the system: with the id of an article there, its identity. */
    String system();

    /** The hosts of the former site, whose links may lead to its articles. */
    List<String> hosts();

    /** All terms, parents before their children. */
    List<ImportedTerm> terms();

    /** The articles, one by one. */
    ImportedArticles open();

    /** Repairs of the file, and the things in it that are no articles, with their numbers. */
    List<Note> notes();
}
