package press.gazette.search.analysis;

import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** The beginning of every chain: characters in one form, cut into words. */
final class Characters {

    private static final String APOSTROPHES = "’‘‛ʼ＇`´";

    /** Soft hyphen, joiners and marks of direction, which readers do not see. */
    private static final String INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f";

    /** Letters that readers type without their marks, but that Unicode's folding to ASCII leaves alone: each with its base. */
    private static final String MARKED = "ёеЁЕςσάαέεήηίιόούυώωϊιϋυΐιΰυΆΑΈΕΉΗΊΙΌΟΎΥΏΩ";

    private static final char FIRST_MARK = '\u0300';
    private static final char LAST_MARK = '\u036f';

    /** A space or apostrophe between one to three digits and exactly three: 10 000 is one number. */
    private static final Pattern THOUSANDS =
            Pattern.compile("[ '\\u00a0\\u2009\\u202f](?<=(?<!\\d)\\d{1,3}.)(?=\\d{3}(?!\\d))");

    private static final CharArraySet ELIDED = new CharArraySet(
            List.of(
                    "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu", "un", "all",
                    "dall", "dell", "nell", "sull", "coll", "agl", "dagl", "degl", "negl", "sugl", "gl"),
            true);

    private static final NormalizeCharMap FORMS = forms();

    private Characters() {}

    private static NormalizeCharMap forms() {
        NormalizeCharMap.Builder forms = new NormalizeCharMap.Builder();
        APOSTROPHES.chars().forEach(each -> forms.add(Character.toString(each), "'"));
        INVISIBLE.chars().forEach(each -> forms.add(Character.toString(each), ""));
        for (int i = 0; i < MARKED.length(); i += 2) {
            forms.add(MARKED.substring(i, i + 1), MARKED.substring(i + 1, i + 2));
        }
        for (char mark = FIRST_MARK; mark <= LAST_MARK; mark++) {
            forms.add(String.valueOf(mark), "");
        }
        return forms.build();
    }

    /** The text with one apostrophe, without invisible characters, and with numbers in one piece. */
    static Reader cleaned(Reader text) {
        return new PatternReplaceCharFilter(THOUSANDS, "", new MappingCharFilter(FORMS, text));
    }

    /** @param isThai true for a language that writes its words without spaces */
    static Tokenizer tokenizer(boolean isThai) {
        return isThai ? new ThaiTokenizer() : new StandardTokenizer();
    }

    /** Words without an English possessive and without French or Italian articles before an apostrophe. */
    static TokenStream withoutElisions(TokenStream words) {
        return new ElisionFilter(new EnglishPossessiveFilter(words), ELIDED);
    }
}
