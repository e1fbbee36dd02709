package press.gazette.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.compaction.LedgerCompactor;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.TestTags;

/**
 * The model of the feed: after any acts at the desk, read at any moments with any filter and page size, a copy that has
 * followed the changes equals a new copy.
 */
@QuarkusTest
class ChangesModelTest {

    private static final int ACTS = 60;
    private static final Instant FUTURE = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    LedgerCompactor compactor;

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void copyThatFollowsEqualsANewOne(long seed) {
        Random random = new Random(seed);
        DeskActs desk = new DeskActs(random);
        List<Copy> copies = DeskActs.FILTERS.stream().map(Copy::new).toList();
        copies.forEach(Copy::complete);
        List<String> acts = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            acts.add(desk.act());
            copies.stream().filter(copy -> random.nextInt(4) == 0).forEach(Copy::step);
            if (random.nextInt(20) == 0) {
                compact();
                acts.add("compact");
            }
        }
        for (int i = 0; i < copies.size(); i++) {
            Copy followed = copies.get(i).complete();
            String filter = DeskActs.FILTERS.get(i);
            Map<String, String> anew = new Copy(filter).complete().contents();
            assertThat(followed.contents()).as("%s after %s", filter, acts).isEqualTo(anew);
            if (!filter.contains("tags=")) {
                assertThat(followed.restarts()).isZero();
            }
        }
    }

    private void compact() {
        boolean more = true;
        while (more) {
            more = compactor.compact(FUTURE);
        }
    }
}
