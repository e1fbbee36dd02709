package press.gazette.search.analysis;

import java.io.Reader;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Exact words, folded: without case, accents and possessives, the same for all languages, so that any question finds them. */
final class ExactChain extends Analyzer {

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private final boolean isThai;
    private final boolean isIndexed;

    /** @param isIndexed true for articles, whose Chinese and Japanese characters are words alone and in pairs */
    ExactChain(boolean isThai, boolean isIndexed) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.isThai = isThai;
        this.isIndexed = isIndexed;
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return Characters.cleaned(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = Characters.tokenizer(isThai);
        TokenStream lower = new LowerCaseFilter(new SeparatorFilter(words));
        TokenStream bare = new DecimalDigitFilter(new CJKWidthFilter(Characters.withoutElisions(lower)));
        TokenStream folded = new ASCIIFoldingFilter(new UmlautSpellingFilter(bare));
        return new TokenStreamComponents(words, new CJKBigramFilter(folded, ALL_SCRIPTS, isIndexed));
    }
}
