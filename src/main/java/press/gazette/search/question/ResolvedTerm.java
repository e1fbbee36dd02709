package press.gazette.search.question;

import java.util.List;

/**
 * A wanted term of a question.
 *
 * @param <Q> a query of the engine
 * @param match finds the articles that have it
 * @param score says how well they have it; of articles that {@code match} finds
 * @param kind of the term
 * @param words the exact word, for terms of one word in any field; empty for others
 */
record ResolvedTerm<Q>(Q match, Q score, Kind kind, List<String> words) {

    enum Kind {
        /** A word that says something. */
        CONTENT,

        /** A word that nearly every text has. */
        STOP,

        /** A phrase in quotes, which the reader insists on. */
        QUOTED
    }

    ResolvedTerm(Q match, Q score, Kind kind) {
        this(match, score, kind, List.of());
    }
}
