package press.gazette.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

class MergePatchTest {

    @ExclusiveMembers
    record Text(@Nullable String html, @Nullable String markdown) {}

    record Author(String name, @Nullable String town) {}

    record Draft(
            String title,
            @Nullable String kicker,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
            @Nullable Author author,
            @Nullable Text text) {}

    private static final Draft CURRENT = new Draft(
            "Ferry", "Port", List.of("harbour", "council"), new Author("Ada", "Averil"), new Text("<p>x</p>", null));

    @Test
    void emptyPatchChangesNothing() {
        assertThat(patched("{}")).isEqualTo(CURRENT);
    }

    @Test
    void givenMembersAreReplaced() {
        assertThat(patched("{\"title\":\"Tram\"}"))
                .isEqualTo(new Draft("Tram", "Port", CURRENT.tags(), CURRENT.author(), CURRENT.text()));
    }

    @Test
    void nullRemovesAMember() {
        assertThat(patched("{\"kicker\":null,\"tags\":null,\"author\":null}"))
                .isEqualTo(new Draft("Ferry", null, List.of(), null, CURRENT.text()));
    }

    @Test
    void nullCannotRemoveARequiredMember() {
        assertThat(faults("{\"title\":null,\"author\":{\"name\":null}}"))
                .extracting(Problem.Fault::pointer)
                .containsExactlyInAnyOrder("/title", "/author/name");
    }

    @Test
    void objectsAreMerged() {
        assertThat(patched("{\"author\":{\"town\":null}}").author()).isEqualTo(new Author("Ada", null));
        assertThat(patched("{\"author\":{\"name\":\"Mei\"}}").author()).isEqualTo(new Author("Mei", "Averil"));
    }

    @Test
    void missingObjectIsCreated() {
        Draft bare = new Draft("Ferry", null, List.of(), null, null);
        assertThat(patch("{\"author\":{\"name\":\"Mei\"}}").applyTo(bare).author())
                .isEqualTo(new Author("Mei", null));
    }

    @Test
    void arraysAreReplacedWhole() {
        assertThat(patched("{\"tags\":[\"tram\"]}").tags()).containsExactly("tram");
        assertThat(patched("{\"tags\":[]}").tags()).isEmpty();
    }

    @Test
    void settingAnAlternativeRemovesTheOthers() {
        assertThat(patched("{\"text\":{\"markdown\":\"y\"}}").text()).isEqualTo(new Text(null, "y"));
    }

    @Test
    void removingAnAlternativeLeavesTheOthers() {
        assertThat(patched("{\"text\":{\"markdown\":null}}").text()).isEqualTo(new Text("<p>x</p>", null));
        assertThat(patched("{\"text\":{\"html\":null}}").text()).isEqualTo(new Text(null, null));
    }

    @Test
    void unknownMembersAreRejectedAtTheirPlace() {
        assertThat(faults("{\"author\":{\"city\":\"Lorne\"},\"titel\":\"Tram\"}"))
                .extracting(Problem.Fault::pointer)
                .containsExactlyInAnyOrder("/author/city", "/titel");
    }

    @Test
    void patchTellsWhichMembersItHas() {
        MergePatch<Draft> patch = patch("{\"kicker\":null,\"title\":\"Tram\"}");
        assertThat(patch.names("kicker")).isTrue();
        assertThat(patch.names("tags")).isFalse();
        assertThat(patch.sets("title", "Tram")).isTrue();
        assertThat(patch.sets("title", "Ferry")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"title\"", "null"})
    void patchMustBeAnObject(String json) {
        Problem problem = problem(() -> patch(json));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONTENT);
        assertThat(problem.detail()).isEqualTo("A patch must be an object.");
    }

    private static MergePatch<Draft> patch(String json) {
        return MergePatch.read(json.getBytes(UTF_8));
    }

    private static Draft patched(String json) {
        return patch(json).applyTo(CURRENT);
    }

    private static List<Problem.Fault> faults(String json) {
        return problem(() -> patched(json)).faults();
    }

    private static Problem problem(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(Problem.class, call), "accepted");
    }
}
