package press.gazette.search.opensearch.retrieval;

import java.util.ArrayList;
import java.util.List;

import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.query.Facet;
import press.gazette.search.question.IndexField;

/**
 * Names and texts of fields on OpenSearch. Texts arrive split into words by Gazette: a space between two places, a bar between the
 * spellings of one. So both engines find the same, in any version of either, and no analysis has to be set up there.
 */
public final class ClusterField {

    static final String PLACES = " ";
    static final String SPELLINGS = "|";

    private ClusterField() {}

    /** The name of a field on OpenSearch, which reads a full stop as the path to a member. */
    public static String of(String field) {
        return field.replace('.', '_');
    }

    /** The field with the values of a facet. */
    public static String of(Facet facet) {
        return of(IndexField.of(facet));
    }

    /** The words of a text at their places. */
    public static String text(List<WordSplitter.Word> words) {
        List<List<String>> places = new ArrayList<>();
        int last = -1;
        for (WordSplitter.Word word : words) {
            if (word.position() != last) {
                places.add(new ArrayList<>());
                last = word.position();
            }
            places.get(places.size() - 1).add(word.text());
        }
        return places(places);
    }

    static String places(List<List<String>> places) {
        return String.join(
                PLACES,
                places.stream().map(each -> String.join(SPELLINGS, each)).toList());
    }
}
