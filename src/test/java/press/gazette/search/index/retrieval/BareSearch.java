package press.gazette.search.index.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;

import press.gazette.change.LedgerPosition;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.query.TagCondition;

/**
 * The reference of benchmark S8: the same queries on the same files in a loop, without HTTP, database or JSON. Arguments: the
 * folder of one index, seconds of warm-up, seconds of measurement. Input: a line for each question, words, a tab, a tag's id.
 * Output: searches per second.
 */
final class BareSearch {

    private static final int HITS = 31;

    private BareSearch() {}

    public static void main(String[] arguments) throws IOException {
        List<String> lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .toList();
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Path.of(arguments[0])))) {
            Snapshot snapshot = new Snapshot(reader, new LedgerPosition(0, Instant.EPOCH), null);
            List<Query> queries = new ArrayList<>();
            for (String line : lines) {
                queries.add(query(snapshot, line));
            }
            IndexSearcher searcher = snapshot.searcher(Long.MAX_VALUE);
            rate(searcher, queries, Integer.parseInt(arguments[1]));
            System.out.printf("%.1f%n", rate(searcher, queries, Integer.parseInt(arguments[2])));
        }
    }

    private static Query query(Snapshot snapshot, String line) throws IOException {
        int tab = line.indexOf('\t');
        HitFilter filter = new HitFilter(
                new TagCondition.Carries(Set.of(UUID.fromString(line.substring(tab + 1)))),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null);
        IndexQuery question = new IndexQuery(
                Question.parse(line.substring(0, tab)),
                Match.WORDS,
                true,
                filter,
                SearchOrder.RELEVANCE,
                Instant.now(),
                null,
                HITS,
                Set.of(),
                false);
        return new Retrieval(List.of(), Duration.ofDays(90))
                .search(snapshot, question)
                .scored();
    }

    private static double rate(IndexSearcher searcher, List<Query> queries, int seconds) throws IOException {
        long begun = System.nanoTime();
        int done = 0;
        while (System.nanoTime() - begun < Duration.ofSeconds(seconds).toNanos()) {
            searcher.search(
                    queries.get(done % queries.size()),
                    new TopFieldCollectorManager(Search.sort(SearchOrder.RELEVANCE), HITS, null, 1));
            done++;
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }
}
