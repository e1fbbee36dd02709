package press.gazette.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a report tells editors what did not arrive, and why. */
class ReportPageTest {

    private static final String ARTICLE = "01a2052d-9d8a-7000-8000-000000000001";

    private static final String LINES = """
            {"number":1,"id":"4711","title":"<script>alert(1)</script>","line":812,"outcome":"created","article":"%s",\
            "notes":[{"code":"unknown-shortcode","detail":"[poll] \\"Who\\" & why?"},{"code":"dead-link","detail":"/gone/"}]}
            {"number":2,"id":"4712","title":"Trash","outcome":"left-out","notes":[{"code":"state","detail":"trash"}]}
            """.formatted(ARTICLE);

    private static final Map<String, Object> JOB = Map.of(
            "id",
            "01a2052d-9d8a-7000-8000-000000000009",
            "format",
            "wordpress",
            "state",
            "done",
            "dryRun",
            false,
            "read",
            1234,
            "notes",
            List.of(Map.of("code", "comments", "detail", "3 times")));

    @TempDir
    private Path folder;

    @Test
    void kindsHaveTheirNumberReasonAndExamples() throws IOException {
        Document page = page("https://gazette.example");
        assertThat(page.select("summary").eachText())
                .containsExactly(
                        "1 Left out",
                        "1 A link to a page of the former site that no article is",
                        "1 No article: it was in the bin",
                        "1 Words or looks of the text: a plugin's shortcode went, its content stayed",
                        "1 Arrived, with something to tell");
        assertThat(page.select("a").eachAttr("href"))
                .containsOnly("https://gazette.example/reader/articles/" + ARTICLE)
                .hasSize(3);
        assertThat(page.text()).contains("1,234 read in the file", "4711, line 812", "3 times");
    }

    @Test
    void textsOfTheFileAreEncoded() throws IOException {
        Document page = page("");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>", "[poll] \"Who\" & why?");
        assertThat(page.select("a")).isEmpty();
    }

    @Test
    void faultOfTheFileIsShown() throws IOException {
        Path lines = Files.writeString(folder.resolve("none.ndjson"), "");
        String html =
                new ReportPage("a.xml", Map.of("fault", "Line 7: <x> is no item."), Report.read(lines), "").html();
        assertThat(Jsoup.parse(html).select(".fault").text()).isEqualTo("Line 7: <x> is no item.");
    }

    private Document page(String site) throws IOException {
        Path lines = Files.writeString(folder.resolve("report.ndjson"), LINES);
        return Jsoup.parse(new ReportPage("export.xml", JOB, Report.read(lines), site).html());
    }
}
