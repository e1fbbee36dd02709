package press.gazette.search.index.document;

import java.util.Collections;
import java.util.Iterator;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** All words of a document, each once. It comes behind the fields that collect them. */
final class CollectedField extends Field {

    private static final FieldType TYPE = type();

    private final CharArraySet words;

    CollectedField(String name, CharArraySet words) {
        super(name, "", TYPE);
        this.words = words;
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheWriter, @Nullable TokenStream former) {
        return new Replayed(words);
    }

    private static final class Replayed extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final CharArraySet words;
        private Iterator<Object> rest = Collections.emptyIterator();

        Replayed(CharArraySet words) {
            this.words = words;
        }

        @Override
        public void reset() {
            rest = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!rest.hasNext()) {
                return false;
            }
            char[] word = (char[]) rest.next();
            term.copyBuffer(word, 0, word.length);
            return true;
        }
    }
}
