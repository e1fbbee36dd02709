package press.gazette.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

class BinderTest {

    enum Level {
        @JsonProperty("easy")
        EASY,
        @JsonProperty("hard")
        HARD
    }

    record Oven(int degrees) {
        Oven {
            if (degrees > 300) {
                throw new IllegalArgumentException("An oven has at most 300 degrees.");
            }
        }
    }

    record Code(@JsonValue String value) {}

    @MisplacedMembers(members = "author", detail = "The author is in the book, not in the recipe.")
    record Recipe(
            String title,
            @Nullable Integer minutes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> steps,
            @Nullable Level level,
            @Nullable Oven oven,
            @Nullable Code code,
            @Nullable Instant written) {
        Recipe {
            Faults faults = new Faults();
            faults.check(!title.isBlank(), "/title", "The title must not be blank.");
            faults.check(steps.size() < 3, "/steps", "There must be fewer than 3 steps.");
            faults.refuse();
        }
    }

    @Test
    void everyTypeIsBound() {
        assertThat(bind("""
                {"title":"Soup","minutes":20,"steps":["chop","boil"],"level":"hard","oven":{"degrees":200},
                 "code":"S1","written":"2026-01-31T09:30:00.1234567+01:00"}"""))
                .isEqualTo(new Recipe(
                        "Soup",
                        20,
                        List.of("chop", "boil"),
                        Level.HARD,
                        new Oven(200),
                        new Code("S1"),
                        Instant.parse("2026-01-31T08:30:00.123456Z")));
    }

    @Test
    void absentAndNullMembersAreNullOrEmpty() {
        Recipe bare = new Recipe("Soup", null, List.of(), null, null, null, null);
        assertThat(bind("{\"title\":\"Soup\"}")).isEqualTo(bare);
        assertThat(bind("{\"title\":\"Soup\",\"minutes\":null,\"steps\":null,\"oven\":null}"))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                | /title         | This is required.",
                "{'title':null}                                    | /title         | This is required.",
                "{'title':7}                                       | /title         | This must be a string.",
                "{'title':'Soup','minutes':'7'}                    | /minutes       | This must be a whole number from "
                        + "-2147483648 to 2147483647.",
                "{'title':'Soup','minutes':7.0}                    | /minutes       | This must be a whole number from "
                        + "-2147483648 to 2147483647.",
                "{'title':'Soup','minutes':2147483648}             | /minutes       | This must be a whole number from "
                        + "-2147483648 to 2147483647.",
                "{'title':'Soup','steps':'boil'}                   | /steps         | This must be an array.",
                "{'title':'Soup','steps':['boil',null]}            | /steps/1       | This cannot be null.",
                "{'title':'Soup','level':'HARD'}                   | /level         | This must be one of easy, hard.",
                "{'title':'Soup','level':1}                        | /level         | This must be one of easy, hard.",
                "{'title':'Soup','oven':[200]}                     | /oven          | This must be an object.",
                "{'title':'Soup','oven':{}}                        | /oven/degrees  | This is required.",
                "{'title':'Soup','code':{'value':'S1'}}            | /code          | This must be a string.",
                "{'title':'Soup','titl':'Stew'}                    | /titl          | There is no member \"titl\". Did you "
                        + "mean \"title\"?",
                "{'title':'Soup','a/b~c':1}                        | /a~1b~0c       | There is no member \"a/b~c\". Known "
                        + "here: title, minutes, steps, level, oven, code, written.",
                "{'title':'Soup','author':'Ada'}                   | /author        | The author is in the book, not in "
                        + "the recipe.",
                "{'title':'Soup','oven':{'degrees':301}}           | /oven          | An oven has at most 300 degrees.",
                "[]                                                | ``             | This must be an object.",
            })
    void faultIsReportedAtItsPlace(String json, String pointer, String detail) {
        assertThat(faults(json.replace('\'', '"'))).containsExactly(new Problem.Fault(null, pointer, detail));
    }

    @Test
    void allFaultsAreReportedInOneProblem() {
        assertThat(faults("{\"minutes\":\"7\",\"steps\":[1,2],\"oven\":{\"degrees\":\"hot\"},\"x\":1}"))
                .extracting(Problem.Fault::pointer)
                .containsExactlyInAnyOrder("/x", "/title", "/minutes", "/steps/0", "/steps/1", "/oven/degrees");
    }

    @Test
    void constructorReportsItsFaultsWithTheirPointers() {
        assertThat(faults("{\"title\":\" \",\"steps\":[\"a\",\"b\",\"c\"]}"))
                .extracting(Problem.Fault::pointer)
                .containsExactly("/title", "/steps");
    }

    @Test
    void constructorRunsOnlyWithValidComponents() {
        assertThat(faults("{\"title\":\" \",\"minutes\":\"7\"}"))
                .extracting(Problem.Fault::pointer)
                .containsExactly("/minutes");
    }

    private static Recipe bind(String json) {
        return Json.draft(json.getBytes(UTF_8), Recipe.class);
    }

    private static List<Problem.Fault> faults(String json) {
        Problem problem = Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> bind(json)), "accepted");
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONTENT);
        return problem.faults();
    }
}
