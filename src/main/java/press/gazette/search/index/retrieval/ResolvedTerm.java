package press.gazette.search.index.retrieval;

import java.util.List;

import org.apache.lucene.search.Query;

/**
 * A wanted term of a question.
 *
 * @param match finds the articles that have it
 * @param score says how well they have it; of articles that {@code match} finds
 * @param kind of the term
 * @param words the exact word, for terms of one word in any field; empty for others
 */
record ResolvedTerm(Query match, Query score, Kind kind, List<String> words) {

    enum Kind {
        /** A word that says something. */
        CONTENT,

        /** A word that nearly every text has. */
        STOP,

        /** A phrase in quotes, which the reader insists on. */
        QUOTED
    }

    ResolvedTerm(Query match, Query score, Kind kind) {
        this(match, score, kind, List.of());
    }
}
