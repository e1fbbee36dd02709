package press.gazette.faults;

import java.util.List;

/**
 * Everything that the database has of one article.
 *
 * @param title the public title of a published article, else that of the working draft
 * @param saved the titles of its revisions, in order
 * @param audited method and version of each write, in order
 * @param ledger kinds of change, in order
 * @param listed for each tag, if it lists the article
 * @param responseStored true if the response to its first request is stored for repetitions
 */
record StoredArticle(
        String status,
        String title,
        int version,
        List<String> saved,
        List<String> audited,
        List<String> ledger,
        List<Boolean> listed,
        boolean responseStored) {}
