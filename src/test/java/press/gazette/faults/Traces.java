package press.gazette.faults;

import java.util.List;

/**
 * All that the database has of one article.
 *
 * @param title of what readers see of a published article, and of the working draft of any other
 * @param saved the titles of its revisions, in order
 * @param audited method and version of each write, in order
 * @param ledger kinds of change, in order
 * @param listed of each tag, whether it lists the article
 * @param answerKept whether the answer to its first request is kept for those who repeat it
 */
record Traces(
        String status,
        String title,
        int version,
        List<String> saved,
        List<String> audited,
        List<String> ledger,
        List<Boolean> listed,
        boolean answerKept) {}
