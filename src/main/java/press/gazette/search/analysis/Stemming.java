package press.gazette.search.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The stemmers and stop words of languages, by their primary subtag (BCP 47). */
final class Stemming {

    /** Applied to words in lower case, before they are folded: й folded to и would spoil the endings. */
    private static final Map<String, UnaryOperator<TokenStream>> STEMMERS = Map.ofEntries(
            Map.entry("ar", in -> new ArabicStemFilter(new ArabicNormalizationFilter(in))),
            Map.entry("bg", BulgarianStemFilter::new),
            Map.entry(
                    "bn",
                    in -> new BengaliStemFilter(new BengaliNormalizationFilter(new IndicNormalizationFilter(in)))),
            Map.entry("ca", snowball(CatalanStemmer::new)),
            Map.entry("ckb", in -> new SoraniStemFilter(new SoraniNormalizationFilter(in))),
            Map.entry("cs", CzechStemFilter::new),
            Map.entry("da", snowball(DanishStemmer::new)),
            Map.entry("de", in -> new GermanLightStemFilter(new GermanNormalizationFilter(in))),
            Map.entry("el", GreekStemFilter::new),
            Map.entry("en", snowball(EnglishStemmer::new)),
            Map.entry("es", SpanishLightStemFilter::new),
            Map.entry("et", snowball(EstonianStemmer::new)),
            Map.entry("eu", snowball(BasqueStemmer::new)),
            Map.entry("fa", in -> new PersianStemFilter(new PersianNormalizationFilter(in))),
            Map.entry("fi", FinnishLightStemFilter::new),
            Map.entry("fr", FrenchLightStemFilter::new),
            Map.entry("ga", snowball(IrishStemmer::new)),
            Map.entry("gl", GalicianStemFilter::new),
            Map.entry("hi", in -> new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(in)))),
            Map.entry("hu", HungarianLightStemFilter::new),
            Map.entry("hy", snowball(ArmenianStemmer::new)),
            Map.entry("id", IndonesianStemFilter::new),
            Map.entry("it", ItalianLightStemFilter::new),
            Map.entry("lt", snowball(LithuanianStemmer::new)),
            Map.entry("lv", LatvianStemFilter::new),
            Map.entry("nb", NorwegianLightStemFilter::new),
            Map.entry("ne", snowball(NepaliStemmer::new)),
            Map.entry("nl", snowball(DutchStemmer::new)),
            Map.entry("nn", NorwegianLightStemFilter::new),
            Map.entry("no", NorwegianLightStemFilter::new),
            Map.entry("pt", PortugueseLightStemFilter::new),
            Map.entry("ro", snowball(RomanianStemmer::new)),
            Map.entry("ru", snowball(RussianStemmer::new)),
            Map.entry("sr", SerbianNormalizationFilter::new),
            Map.entry("sv", SwedishLightStemFilter::new),
            Map.entry("ta", snowball(TamilStemmer::new)),
            Map.entry("tr", snowball(TurkishStemmer::new)));

    /** Of known languages only: readers may name any, and each would stay. */
    private static final Map<String, Set<?>> STOP_WORDS = new ConcurrentHashMap<>();

    private Stemming() {}

    private static UnaryOperator<TokenStream> snowball(java.util.function.Supplier<SnowballStemmer> stemmer) {
        return in -> new SnowballFilter(in, stemmer.get());
    }

    static boolean isKnown(String language) {
        return STEMMERS.containsKey(language);
    }

    /** Words in lower case, by the rules of the language. */
    static TokenStream lowerCase(String language, TokenStream words) {
        return switch (language) {
            case "tr" -> new TurkishLowerCaseFilter(words);
            case "el" -> new GreekLowerCaseFilter(words);
            default -> new LowerCaseFilter(words);
        };
    }

    /** The stems of words in lower case; the words themselves in a language without a stemmer. */
    static TokenStream stems(String language, TokenStream words) {
        return STEMMERS.getOrDefault(language, UnaryOperator.identity()).apply(words);
    }

    /** True for a word that nearly every text of the language has; in lower case, not folded. */
    static boolean isStopWord(String language, String word) {
        return isKnown(language)
                && STOP_WORDS.computeIfAbsent(language, Stemming::stopWords).contains(word);
    }

    private static Set<?> stopWords(String language) {
        return switch (language) {
            case "ar" -> ArabicAnalyzer.getDefaultStopSet();
            case "bg" -> BulgarianAnalyzer.getDefaultStopSet();
            case "ca" -> CatalanAnalyzer.getDefaultStopSet();
            case "cs" -> CzechAnalyzer.getDefaultStopSet();
            case "da" -> DanishAnalyzer.getDefaultStopSet();
            case "de" -> GermanAnalyzer.getDefaultStopSet();
            case "el" -> GreekAnalyzer.getDefaultStopSet();
            case "en" -> english();
            case "es" -> SpanishAnalyzer.getDefaultStopSet();
            case "fa" -> PersianAnalyzer.getDefaultStopSet();
            case "fi" -> FinnishAnalyzer.getDefaultStopSet();
            case "fr" -> FrenchAnalyzer.getDefaultStopSet();
            case "hi" -> HindiAnalyzer.getDefaultStopSet();
            case "hu" -> HungarianAnalyzer.getDefaultStopSet();
            case "id" -> IndonesianAnalyzer.getDefaultStopSet();
            case "it" -> ItalianAnalyzer.getDefaultStopSet();
            case "lv" -> LatvianAnalyzer.getDefaultStopSet();
            case "nb", "nn", "no" -> NorwegianAnalyzer.getDefaultStopSet();
            case "nl" -> DutchAnalyzer.getDefaultStopSet();
            case "pt" -> PortugueseAnalyzer.getDefaultStopSet();
            case "ro" -> RomanianAnalyzer.getDefaultStopSet();
            case "ru" -> RussianAnalyzer.getDefaultStopSet();
            case "sv" -> SwedishAnalyzer.getDefaultStopSet();
            case "tr" -> TurkishAnalyzer.getDefaultStopSet();
            default -> CharArraySet.EMPTY_SET;
        };
    }

    /** The list with question words, which EnglishAnalyzer does not have. */
    private static CharArraySet english() {
        try (InputStream list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            return list == null ? CharArraySet.EMPTY_SET : WordlistLoader.getSnowballWordSet(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
