package press.gazette.search.question;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * The queries of an engine from which a question is put together.
 *
 * @param <Q> a query of the engine
 */
public interface QueryLanguage<Q> {

    /** Any of these spellings of one word. Not empty. */
    Q word(String field, Collection<String> spellings) throws IOException;

    /**
     * Words side by side, with all spellings at each place.
     *
     * @param slop moves of words that are permitted: 0 for an exact phrase
     */
    Q phrase(String field, List<List<String>> places, int slop) throws IOException;

    /**
     * A word with this beginning, right behind other words.
     *
     * @param before all spellings at each place before it; empty: it stands alone
     * @param most words that it stands for, the most frequent ones where the engine knows them
     */
    Q beginning(String field, List<List<String>> before, String prefix, int most) throws IOException;

    /** Any word with this beginning, without a bound; it does not score. */
    Q anyBeginning(String field, String prefix);

    /** At least so many of these queries, whose scores are added. Not empty. */
    Q some(List<Q> queries, int least);

    /** The best of these queries, and this share of the scores of the others. */
    Q best(List<Q> queries, float others);

    Q weighted(Q query, float weight);

    /** Finds no article. */
    Q nothing();
}
