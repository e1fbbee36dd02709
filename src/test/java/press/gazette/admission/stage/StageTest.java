package press.gazette.admission.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkus.vertx.http.runtime.filters.Filters;
import org.junit.jupiter.api.Test;

class StageTest {

    private static final Path FLOWS = Path.of("docs/flows.md");

    @Test
    void documentShowsTheStages() throws IOException {
        List<String> shown = Files.readAllLines(FLOWS);
        List<String> block = shown.subList(shown.indexOf("<!-- stages -->") + 2, shown.indexOf("<!-- /stages -->") - 1);
        assertThat(block)
                .isEqualTo(Arrays.stream(Stage.values()).map(StageTest::line).toList());
    }

    private static String line(Stage stage) {
        String rejects = stage.rejects().isEmpty() ? "" : "rejects " + stage.rejects();
        return "%-20s%-60s%s"
                .formatted(className(stage), stage.sentence(), rejects)
                .stripTrailing();
    }

    private static String className(Stage stage) {
        return Arrays.stream(stage.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    @Test
    void orderOfTheStagesIsThatOfTheirNumbers() {
        assertThat(Stage.values()).startsWith(Stage.DRAIN);
        assertThat(numbers(Stage.Layer.FILTER)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(numbers(Stage.Layer.REST_REQUEST)).isSorted();
        assertThat(numbers(Stage.Layer.REST_RESPONSE)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    static List<Integer> numbers(Stage.Layer layer) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.layer() == layer)
                .map(Stage::number)
                .toList();
    }

    @Test
    void stageOfRestIsNotRegisteredAsAFilter() {
        assertThatIllegalStateException().isThrownBy(() -> Stage.LATE_REQUESTS.register(new Filters(), context -> {}));
    }
}
