package press.gazette.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import press.gazette.newsroom.Injections;

/** Every text survives the way through YAML, and none is read as anything but text. */
class FrontMatterTest {

    private static final List<String> ODD = List.of(
            "",
            " leading and trailing ",
            "no",
            "null",
            "~",
            "1.5",
            "2026-11-20",
            "- item",
            "key: value",
            "# no comment",
            "---",
            "...",
            "first\n---\nsecond: line\n...\n",
            "\"quoted\" and 'quoted'",
            "back\\slash \\n \\u0041 \\",
            "tab\there, return\rthere",
            "&anchor *alias !tag %percent @at `tick` |pipe >fold {flow} [list] , ? :",
            "next\u0085line, line\u2028separator, paragraph\u2029separator",
            "mark\uFEFF of order, \u0000 nothing, \u0007 bell, \u007F delete, \u009F control, \uFFFE \uFFFF",
            "Zürich, 東京, عربي, 👩‍🚀 \uD834\uDD1E",
            "x".repeat(5_000));

    static Stream<String> texts() {
        return Stream.concat(ODD.stream(), Injections.VECTORS.stream());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyTextIsReadBackAsItIs(String text) throws IOException {
        String front = new FrontMatter()
                .with("title", text)
                .with("tags", List.of(text, "plain"))
                .with("image", Map.of("alt", text))
                .toString();
        assertThat(front).startsWith("---\n").endsWith("\n---\n");
        assertThat(front.lines().filter("---"::equals)).hasSize(2);
        Map<String, Object> expected =
                Map.of("title", text, "tags", List.of(text, "plain"), "image", Map.of("alt", text));
        String yaml = front.substring(0, front.length() - "---\n".length());
        assertThat(new YAMLMapper().readValue(yaml, Object.class)).isEqualTo(expected);
        assertThat(new Yaml().<Map<String, Object>>load(yaml)).isEqualTo(expected);
    }

    @Test
    void absentMembersAreLeftOutAndMomentsAreDates() {
        String front = new FrontMatter()
                .with("kicker", (String) null)
                .with("tags", List.of())
                .with("image", new LinkedHashMap<>())
                .with("published", Instant.parse("2026-11-20T09:30:00.5Z"))
                .toString();
        assertThat(front).isEqualTo("""
                ---
                published: 2026-11-20T09:30:00.500Z
                ---
                """);
        Map<String, Object> read = new Yaml().load(front.substring(0, front.lastIndexOf("---")));
        assertThat(read.get("published")).isInstanceOf(java.util.Date.class);
    }
}
