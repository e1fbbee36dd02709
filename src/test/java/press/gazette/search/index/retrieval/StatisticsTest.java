package press.gazette.search.index.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import press.gazette.search.query.Hit;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.question.IndexField;

/** Removed documents leave no trace, and two indexes of the same articles respond alike, whatever each has been through. */
class StatisticsTest {

    private static final List<String> VOCABULARY = vocabulary();

    private static List<String> vocabulary() {
        List<String> words = new ArrayList<>();
        String[] syllables = {"ha", "ri", "mo", "lek", "stan", "bur", "den", "ova", "pil", "gra"};
        for (String one : syllables) {
            for (String two : syllables) {
                for (String three : syllables) {
                    words.add(one + two + three);
                }
            }
        }
        Collections.shuffle(words, new Random(7));
        return words;
    }

    /** Frequent words are much more frequent than rare ones, as in any language. */
    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) (Math.pow(random.nextDouble(), 4) * VOCABULARY.size());
            text.append(text.isEmpty() ? "" : " ").append(VOCABULARY.get(rank));
        }
        return text.toString();
    }

    private static Story story(String name, int number, Random random) {
        Story story = Story.of(name + number, words(random, 6), words(random, 30 + random.nextInt(60)))
                .standfirst(words(random, 12))
                .tagged("tag-" + number % 7, "tag-" + number % 3)
                .section("section-" + number % 4)
                .published(SmallIndex.NOW.minus(Duration.ofHours(random.nextInt(5_000))));
        return number % 5 == 0 ? story.in("de") : story;
    }

    private static List<Story> stories(int count, long seed) {
        return stories("story-", count, seed);
    }

    private static List<Story> stories(String name, int count, long seed) {
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stories.add(story(name, i, random));
        }
        return stories;
    }

    private static List<String> questions() {
        Random random = new Random(99);
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String words = words(random, 1 + i % 5);
            questions.add(
                    switch (i % 5) {
                        case 0 -> words;
                        case 1 -> words.substring(0, 4) + "* " + words;
                        case 2 -> "\"" + words + "\"";
                        case 3 -> words + "x";
                        default -> words + " -" + words(random, 1);
                    });
        }
        return questions;
    }

    @Test
    void spellingsOfRemovedArticlesDoNotCount() throws Exception {
        Story[] kept = {
            Story.of("muller", "Muller resigns", "Muller left."), Story.of("other", "Weather", "Rain in the harbour.")
        };
        Story[] withdrawn = {
            Story.of("one", "Müller", "Müller and Mueller."), Story.of("two", "Mueller speaks", "Mueller said much.")
        };
        try (SmallIndex straight = new SmallIndex();
                SmallIndex winding = new SmallIndex()) {
            straight.put(kept);
            Story[] all = {kept[0], withdrawn[0], kept[1], withdrawn[1]};
            winding.put(all).remove(withdrawn);
            for (String question : List.of("Müller", "\"Müller resigns\"", "Müller resigns", "title:Müller")) {
                assertThat(winding.ask(question).hits())
                        .as(question)
                        .isNotEmpty()
                        .isEqualTo(straight.ask(question).hits());
            }
        }
    }

    @Test
    void historiesDoNotShow() throws Exception {
        List<Story> stories = stories(400, 1);
        try (SmallIndex straight = new SmallIndex();
                SmallIndex winding = new SmallIndex()) {
            straight.put(stories.toArray(Story[]::new));
            List<Story> shuffled = new ArrayList<>(stories);
            Collections.shuffle(shuffled, new Random(3));
            List<Story> withdrawn = stories("withdrawn-", 400, 2);
            winding.put(stories(400, 6).toArray(Story[]::new));
            for (int i = 0; i < shuffled.size(); i += 40) {
                List<Story> together = new ArrayList<>(shuffled.subList(i, i + 40));
                together.addAll(withdrawn.subList(i, i + 40));
                winding.put(together.toArray(Story[]::new));
            }
            winding.remove(withdrawn.toArray(Story[]::new));
            assertThat(winding.snapshot().reader().leaves().size()).isGreaterThan(5);
            assertThat(winding.snapshot().reader().numDeletedDocs()).isGreaterThan(300);
            for (String question : questions()) {
                IndexQuery query = SmallIndex.query(question);
                Proposal expected = straight.ask(query);
                Proposal given = winding.ask(query);
                assertThat(given.hits()).as(question).isEqualTo(expected.hits());
                assertThat(given.total()).as(question).isEqualTo(expected.total());
                assertThat(given.facets()).as(question).isEqualTo(expected.facets());
                assertThat(given.didYouMean()).as(question).isEqualTo(expected.didYouMean());
            }
            winding.merge();
            for (String question : questions()) {
                assertThat(winding.ids(question)).as(question).isEqualTo(straight.ids(question));
            }
        }
    }

    @Test
    void pagesReadOnAtAnotherNodeHaveNoGapAndNoRepeat() throws Exception {
        List<Story> stories = stories(300, 4);
        try (SmallIndex one = new SmallIndex();
                SmallIndex other = new SmallIndex()) {
            one.put(stories.toArray(Story[]::new));
            for (Story story : stories) {
                other.put(story, Story.of("passing", "x", "y"));
            }
            other.remove(Story.of("passing", "", ""));
            for (SearchOrder order : SearchOrder.values()) {
                IndexQuery query = SmallIndex.query(VOCABULARY.get(0), HitFilter.ALL, order, Match.WORDS, true);
                List<Hit> all = one.ask(SmallIndex.after(query, null, 1_000)).hits();
                assertThat(all).hasSizeGreaterThan(100);
                List<Hit> paged = new ArrayList<>();
                Hit last = null;
                for (int page = 0; page < 1_000; page++) {
                    List<Hit> hits = (page % 2 == 0 ? one : other)
                            .ask(SmallIndex.after(query, last, 7))
                            .hits();
                    if (hits.isEmpty()) {
                        break;
                    }
                    paged.addAll(hits);
                    last = hits.get(hits.size() - 1);
                }
                assertThat(paged).as(order.word).isEqualTo(all);
                assertThat(new HashSet<>(paged)).hasSameSizeAs(paged);
            }
        }
    }

    @Test
    void removedWordsLeaveNoTrace() throws Exception {
        try (SmallIndex index = new SmallIndex()) {
            Story[] others = {Story.of("a", "Harbour", "Work."), Story.of("b", "Glacier", "Ice.")};
            List<Hit> without;
            try (SmallIndex clean = new SmallIndex()) {
                without = clean.put(others).ask("harbour").hits();
            }
            Story secret = Story.of("secret", "Zarquonia harbour", "Zarquonia Zarquonia")
                    .tagged("Zarquon");
            index.put(others[0], others[1], secret);
            assertThat(index.ids("zarquonia")).hasSize(1);
            index.remove(secret);
            assertThat(index.snapshot().reader().numDeletedDocs()).isPositive();
            assertThat(index.ask("harbour").hits()).isEqualTo(without);
            assertThat(index.ids("zarquonia")).isEmpty();
            assertThat(index.ids("zarqu*")).isEmpty();
            assertThat(index.ask("zarqonia").didYouMean()).isNull();
            assertThat(index.ask("zarqonia").hits()).isEmpty();
            assertThat(index.ask("harbour").facets().values())
                    .allSatisfy(values -> assertThat(values)
                            .noneMatch(each ->
                                    each.value().equals(SmallIndex.id("Zarquon").toString())));
        }
    }

    @Test
    void countsAreThoseOfLiveDocuments() throws Exception {
        try (SmallIndex index = new SmallIndex()) {
            List<Story> stories = stories(60, 5);
            index.put(stories.toArray(Story[]::new));
            index.remove(stories.subList(0, 30).toArray(Story[]::new));
            LiveStatistics statistics = index.snapshot().statistics;
            assertThat(statistics.documents()).isEqualTo(30);
            long words = 0;
            for (Story story : stories.subList(30, 60)) {
                words += story.article().title().split(" ").length;
            }
            assertThat(statistics.lengths(IndexField.TITLE.exact)).isEqualTo(new LiveStatistics.Lengths(30, words));
            assertThat(statistics.lengths("missing").average()).isEqualTo(1);
            Set<UUID> with = new HashSet<>();
            String word = VOCABULARY.get(0);
            stories.subList(30, 60).stream()
                    .filter(story -> (story.article().title() + " "
                                    + story.article().standfirst() + " "
                                    + story.article().body())
                            .contains(word))
                    .forEach(story -> with.add(story.id()));
            assertThat(statistics.documentsWith(new org.apache.lucene.index.Term(IndexField.WORDS, word)))
                    .isEqualTo(with.size());
        }
    }
}
