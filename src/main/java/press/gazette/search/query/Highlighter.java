package press.gazette.search.query;

import java.util.List;

/** Finds the words of a question in the texts of an article as they are now. */
public interface Highlighter {

    /**
     * The texts with words of the question, in the order title, standfirst, byline, body.
     *
     * <p>Titles, standfirsts and bylines are whole. Of a body there are at most two passages of at most {@link
     * Highlight#LONGEST_PASSAGE} characters.
     */
    List<Highlight> highlights(Question question, ArticleWords article);
}
