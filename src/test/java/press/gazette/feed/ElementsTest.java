package press.gazette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import press.gazette.body.Body;
import press.gazette.body.BodyReading;
import press.gazette.body.assembly.Loss;
import press.gazette.body.block.Block;

/**
 * Runs the table of elements in the documentation: every element of HTML, every format. After a change of what becomes of an
 * element, {@code -Delements=update} writes all cells but the first two of each row.
 */
class ElementsTest {

    private static final Path TABLE = Path.of("docs/elements.md");
    private static final Path NAMES = Path.of("src/test/resources/html-elements.txt");
    private static final String SERVER = "https://news.example";

    /** The bars between cells; a bar within a cell has a backslash. */
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private static final Pattern BLANKS = Pattern.compile("[\\s:]+");

    private static final Pattern TAGS = Pattern.compile("(?s)<(title|script|style|frameset)\\b[^>]*>.*</\\1>|<[^>]*>");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** No host is allowed, as without the setting. */
    private static final FeedFrames FRAMES = new FeedFrames(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FeedConfig.class)
            .build()
            .getConfigMapping(FeedConfig.class));

    @Test
    void everyRowOfTheTableIsTrue() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        List<String> now = new ArrayList<>();
        for (String line : lines) {
            now.add(isRow(line) ? row(line) : line);
        }
        if ("update".equals(System.getProperty("elements"))) {
            Files.write(TABLE, now);
        } else {
            assertThat(now).containsExactlyElementsOf(lines);
        }
    }

    @Test
    void everyElementHasARow() throws IOException {
        Set<String> missing = Files.readAllLines(NAMES).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(BLANKS::splitAsStream)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String line : Files.readAllLines(TABLE)) {
            if (isRow(line)) {
                List<String> cells = cells(line);
                String name = unquoted(cells.get(1));
                assertThat(unquoted(cells.get(2))).contains("<" + name);
                missing.remove(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Each word is shown to readers or named by the loss that takes it. */
    @Test
    void noWordsAreLostInSilence() throws IOException {
        for (String line : Files.readAllLines(TABLE)) {
            if (isRow(line)) {
                String html = unquoted(cells(line).get(2));
                BodyReading reading = Body.readHtml(html, null);
                String told = reading.losses().stream().map(Loss::near).collect(Collectors.joining(" "));
                assertThat(text(reading.body().html() + " " + told.replace("<", "&lt;")))
                        .as(html)
                        .contains(BLANKS.splitAsStream(text(html)).toList());
            }
        }
    }

    /** The text between the tags, apart from programs, styles, frames and the title of a page. */
    private static String text(String html) {
        return TAGS.matcher(html).replaceAll(" ").replace("&lt;", "<").strip();
    }

    private static boolean isRow(String line) {
        return line.startsWith("| `");
    }

    private static List<String> cells(String row) {
        return List.of(BAR.split(row, -1));
    }

    private String row(String line) throws IOException {
        List<String> cells = cells(line);
        BodyReading reading = Body.readHtml(unquoted(cells.get(2)), null);
        Body body = reading.body();
        String feed = FeedBody.write(body.blocks(), SERVER, SERVER + "/story", FRAMES);
        String told = reading.losses().stream()
                .map(loss -> loss.near().isEmpty() ? loss.what() : loss.what() + ": " + loss.near())
                .collect(Collectors.joining(", "));
        return Stream.of(
                        blocks(body),
                        quoted(body.html()),
                        quoted(body.markdown()),
                        quoted(body.text()),
                        feed.equals(body.html()) ? "" : quoted(feed),
                        told)
                .map(cell -> " " + cell + (cell.isEmpty() ? "" : " "))
                .collect(Collectors.joining("|", "|" + cells.get(1) + "|" + cells.get(2) + "|", "|"));
    }

    /** The types of the blocks, then the marks and other members of their spans. */
    private static String blocks(Body body) throws IOException {
        Set<String> looks = new TreeSet<>();
        List<String> types = new ArrayList<>();
        for (Block block : body.blocks()) {
            types.add(type(block));
            for (JsonNode spans : JSON.valueToTree(block.texts().toList())) {
                for (JsonNode span : spans) {
                    span.path("marks").forEach(mark -> looks.add(mark.asText()));
                    span.fieldNames().forEachRemaining(looks::add);
                }
            }
        }
        looks.removeAll(Set.of("text", "marks"));
        return String.join(", ", types) + (looks.isEmpty() ? "" : " · " + String.join(", ", looks));
    }

    private static String type(Block block) {
        return Stream.of(Block.class.getAnnotation(JsonSubTypes.class).value())
                .filter(type -> type.value() == block.getClass())
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String cell = text.replace("\n", "⏎").replace("|", "\\|");
        return text.contains("`") ? "`` " + cell + " ``" : "`" + cell + "`";
    }

    private static String unquoted(String cell) {
        String text = cell.strip();
        return text.substring(1, text.length() - 1).replace("\\|", "|").replace("⏎", "\n");
    }
}
