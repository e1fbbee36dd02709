package press.gazette.search.analysis;

import java.io.Reader;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** The stems of one language, folded after they are cut. */
final class StemmedChain extends Analyzer {

    private final String language;

    StemmedChain(String language) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.language = language;
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return Characters.cleaned(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = Characters.tokenizer(false);
        TokenStream lower = Stemming.lowerCase(language, new SeparatorFilter(words));
        TokenStream bare = new DecimalDigitFilter(Characters.withoutElisions(lower));
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(Stemming.stems(language, bare)));
    }
}
