package press.gazette.search.index.document;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;

import press.gazette.problem.Language;
import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.query.Facet;
import press.gazette.search.question.IndexField;
import press.gazette.search.source.IndexedArticle;

/** The document of an article: words and places, values for filters, facets and orders. It stores no text. */
public final class ArticleDocument {

    /** Raised with each change of fields or chains: an index of another version is built anew. */
    private static final int VERSION = 1;

    /** The mapping of texts to words. An index with a different mapping is built anew. */
    public static final String MAPPING = VERSION + "/" + Version.LATEST;

    /** Places between two names, so that no phrase spans both. */
    private static final int GAP = 100;

    /** Removed documents stay until this percentage of a segment is removed. */
    private static final double REMOVED_PERCENT = 20;

    private static final double MIB = 1 << 20;

    /** The words of most articles fit without growth. */
    private static final int USUAL_WORDS = 512;

    private final IndexedArticle article;
    private final Document document = new Document();
    private final CharArraySet words = new CharArraySet(USUAL_WORDS, false);
    private final CharArraySet stems = new CharArraySet(USUAL_WORDS, false);

    private ArticleDocument(IndexedArticle article) {
        this.article = article;
    }

    /** The document of an article. */
    public static Document of(IndexedArticle article) {
        return new ArticleDocument(article).filled();
    }

    /**
     * The settings of the writer of documents.
     *
     * @param memory bytes of changes that are not in a file yet
     */
    public static IndexWriterConfig writing(long memory) {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setDeletesPctAllowed(REMOVED_PERCENT);
        // After a legal withdrawal no file may keep the words.
        merges.setForceMergeDeletesPctAllowed(0);
        ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
        scheduler.setMaxMergesAndThreads(2, 1);
        return new IndexWriterConfig(new Gaps())
                .setSimilarity(new LengthSimilarity())
                .setRAMBufferSizeMB(memory / MIB)
                .setMergePolicy(merges)
                .setMergeScheduler(scheduler)
                .setCommitOnClose(false);
    }

    /** Fields bring their own words; the writer's analyzer only knows the gaps between them. */
    private static final class Gaps extends AnalyzerWrapper {

        Gaps() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return WordSplitter.exact("en");
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }

    /** The term that only the document of this article has. */
    public static Term idOf(UUID article) {
        return new Term(IndexField.ID, article.toString());
    }

    /** The term that documents of articles with this tag have. */
    public static Term tagged(UUID tag) {
        return new Term(IndexField.TAG, tag.toString());
    }

    private Document filled() {
        addTexts();
        addWord(IndexField.ID, article.id().toString());
        document.add(new SortedDocValuesField(
                IndexField.ID, new BytesRef(article.id().toString())));
        addTags();
        addWord(IndexField.TYPE, article.type().word);
        addFacet(Facet.TYPE, article.type().word);
        addWord(IndexField.LANGUAGE, article.language());
        addFacet(Facet.LANGUAGE, article.language());
        addWord(IndexField.PRIMARY, Language.primary(article.language()));
        addFacet(
                Facet.YEAR,
                Integer.toString(article.publishedAt().atOffset(ZoneOffset.UTC).getYear()));
        document.add(new LongField(IndexField.PUBLISHED, IndexField.number(article.publishedAt()), Field.Store.NO));
        document.add(new LongField(IndexField.RENEWED, IndexField.number(article.renewedAt()), Field.Store.NO));
        if (article.expiresAt() != null) {
            document.add(new LongField(IndexField.EXPIRES, IndexField.number(article.expiresAt()), Field.Store.NO));
        }
        return document;
    }

    private void addTexts() {
        addText(IndexField.TITLE, List.of(article.title()));
        addText(IndexField.NAMES, article.names());
        addText(IndexField.STANDFIRST, article.standfirst() == null ? List.of() : List.of(article.standfirst()));
        addText(IndexField.BYLINE, article.writers());
        addText(IndexField.BODY, List.of(article.body()));
        document.add(new CollectedField(IndexField.WORDS, words));
        document.add(new CollectedField(IndexField.STEMS, stems));
    }

    private void addText(IndexField field, Collection<String> texts) {
        for (String text : texts) {
            document.add(AnalyzedField.exact(field, text, WordSplitter.exact(article.language()), words));
        }
        if (field.hasStems && WordSplitter.haveStems(article.language())) {
            for (String text : texts) {
                document.add(AnalyzedField.stems(field, text, WordSplitter.stemmed(article.language()), stems));
            }
        }
    }

    private void addTags() {
        addTags(Facet.TAGS, article.tags());
        addTags(Facet.SECTION, article.sectionIds());
        addTags(Facet.CONTRIBUTOR, article.contributorIds());
    }

    private void addTags(Facet facet, Set<UUID> tags) {
        for (UUID tag : tags) {
            addWord(IndexField.TAG, tag.toString());
            addFacet(facet, tag.toString());
        }
    }

    private void addWord(String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private void addFacet(Facet facet, String value) {
        document.add(new SortedSetDocValuesField(IndexField.of(facet), new BytesRef(value)));
    }
}
