package press.gazette.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import press.gazette.json.RecordDiff.Difference;

class RecordDiffTest {

    record Fruit(String name, @Nullable Integer weight, List<String> colours) {}

    private static final Fruit PEAR = new Fruit("pear", null, List.of("green", "yellow"));

    @Test
    void equalRecordsHaveNoDifferences() {
        assertThat(RecordDiff.of(PEAR, new Fruit("pear", null, List.of("green", "yellow")), Set.of()))
                .isEmpty();
    }

    @Test
    void differencesAreInTheOrderOfTheComponents() {
        assertThat(RecordDiff.of(PEAR, new Fruit("apple", 150, List.of("green")), Set.of()))
                .containsExactly(
                        new Difference("name", "pear", "apple"),
                        new Difference("weight", null, 150),
                        new Difference("colours", List.of("green", "yellow"), List.of("green")));
    }

    @Test
    void absentMemberIsNull() {
        assertThat(RecordDiff.of(new Fruit("pear", 120, PEAR.colours()), PEAR, Set.of()))
                .containsExactly(new Difference("weight", 120, null));
    }

    @Test
    void ignoredMembersAreNotCompared() {
        assertThat(RecordDiff.of(PEAR, new Fruit("apple", 150, PEAR.colours()), Set.of("name", "colours")))
                .containsExactly(new Difference("weight", null, 150));
    }
}
