package press.gazette.importer.item;

/** An item of a file: an article, or one that is left out. */
public sealed interface ImportedItem permits ImportedArticle, LeftOut {

    /** Its id in the source. */
    String id();

    /** The line of the file where it begins; 0: it is not known. */
    int line();

    /** An estimate of its size in memory, in characters. */
    int size();
}
