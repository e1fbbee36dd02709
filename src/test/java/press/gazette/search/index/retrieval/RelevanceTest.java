package press.gazette.search.index.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.search.query.Hit;

/** Whole questions find the articles that answer them, nearly in the order of BM25 alone, which finds articles with any word. */
class RelevanceTest {

    /** Articles without enough of the words are left out: some of them would have been of use. */
    private static final double SHARE = 0.95;

    private static final String TEXT = "text";
    private static final String KEY = "key";

    private final SmallIndex index = new SmallIndex();
    private JudgedArticles judged = new JudgedArticles(List.of(), List.of());

    @BeforeEach
    void read() throws IOException {
        judged = JudgedArticles.read();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void orderIsNearlyAsGoodAsThatOfBareWords() throws IOException {
        publish(Duration.ofSeconds(1));
        assertThat(mean(this::gain)).isGreaterThan(SHARE * bare()).isGreaterThan(0.9);
    }

    /** The best article is anywhere between today and five years ago: the bonus of new articles may cost little. */
    @Test
    void datesHardlySpoilTheOrder() throws IOException {
        publish(Duration.ofDays(30));
        assertThat(mean(this::gain)).isGreaterThan(SHARE * bare() - 0.02);
    }

    @Test
    void noQuestionIsEmpty() {
        publish(Duration.ofSeconds(1));
        assertThat(judged.questions()).allSatisfy(question -> {
            assertThat(index.ids(question.words())).isNotEmpty();
            List<String> words = List.of(question.words().split(" ", -1));
            String unknown = String.join(" xyzzyx ", words.subList(0, Math.min(8, words.size())));
            assertThat(index.ids(unknown)).isNotEmpty();
        });
    }

    /** @param apart the time between two articles */
    private void publish(Duration apart) {
        List<Story> stories = new ArrayList<>();
        for (JudgedArticles.Text text : judged.articles()) {
            stories.add(Story.of(text.key(), text.title(), text.body())
                    .published(SmallIndex.NOW.minus(apart.multipliedBy(stories.size()))));
        }
        index.put(stories.toArray(Story[]::new));
    }

    private double gain(JudgedArticles.Question question) {
        Map<UUID, String> keys = new HashMap<>();
        judged.articles().forEach(text -> keys.put(SmallIndex.id(text.key()), text.key()));
        return question.gain(index.ask(question.words()).hits().stream()
                .map(Hit::id)
                .map(id -> keys.getOrDefault(id, ""))
                .toList());
    }

    private double mean(ToDoubleFunction<JudgedArticles.Question> gain) {
        return judged.questions().stream().mapToDouble(gain).average().orElseThrow();
    }

    /** The mean gain of BM25 on title and body as one text, in English stems, any word sufficing. */
    private double bare() throws IOException {
        try (ByteBuffersDirectory files = new ByteBuffersDirectory();
                EnglishAnalyzer english = new EnglishAnalyzer()) {
            try (IndexWriter writer = new IndexWriter(files, new IndexWriterConfig(english))) {
                for (JudgedArticles.Text text : judged.articles()) {
                    Document document = new Document();
                    document.add(new StringField(KEY, text.key(), Field.Store.YES));
                    document.add(new TextField(TEXT, text.title() + " " + text.body(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(files)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                QueryBuilder words = new QueryBuilder(english);
                double sum = 0;
                for (JudgedArticles.Question question : judged.questions()) {
                    List<String> hits = new ArrayList<>();
                    for (ScoreDoc hit :
                            searcher.search(words.createBooleanQuery(TEXT, question.words()), 10).scoreDocs) {
                        hits.add(searcher.storedFields().document(hit.doc).get(KEY));
                    }
                    sum += question.gain(hits);
                }
                return sum / judged.questions().size();
            }
        }
    }
}
