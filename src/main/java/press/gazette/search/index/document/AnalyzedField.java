package press.gazette.search.index.document;

import java.io.IOException;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

import press.gazette.search.question.IndexField;

/** A text whose words are collected while they are indexed, so that no text is analysed again for {@link IndexField#WORDS}. */
final class AnalyzedField extends Field {

    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);

    private final String text;
    private final Analyzer chain;
    private final CharArraySet collected;

    private AnalyzedField(String name, FieldType type, String text, Analyzer chain, CharArraySet collected) {
        super(name, text, type);
        this.text = text;
        this.chain = chain;
        this.collected = collected;
    }

    /** Exact words with their places, for phrases. */
    static Field exact(IndexField field, String text, Analyzer chain, CharArraySet collected) {
        return new AnalyzedField(field.exact, PLACED, text, chain, collected);
    }

    /** Stems without places. */
    static Field stems(IndexField field, String text, Analyzer chain, CharArraySet collected) {
        return new AnalyzedField(field.stem, COUNTED, text, chain, collected);
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheWriter, @Nullable TokenStream former) {
        return new Collecting(chain.tokenStream(name(), text), collected);
    }

    private static final class Collecting extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final CharArraySet collected;

        Collecting(TokenStream input, CharArraySet collected) {
            super(input);
            this.collected = collected;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (!collected.contains(term.buffer(), 0, term.length())) {
                collected.add(term.toString());
            }
            return true;
        }
    }
}
