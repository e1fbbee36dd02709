package press.gazette.body.markdown;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import press.gazette.body.block.TableBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.table.TableCell;
import press.gazette.body.table.TableGrid;

/** Writes a table as GFM: one row of headers, then rows of as many cells, each of one line. */
final class MarkdownTableWriter {

    private MarkdownTableWriter() {}

    /** True if GFM can express all of the table. */
    static boolean isPlain(TableBlock table) {
        return table.headerRowCount() == 1
                && table.headerColumnCount() == 0
                && table.caption() == null
                && TableGrid.of(table.rows()).isRegular()
                && table.rows().stream().flatMap(List::stream).allMatch(cell -> isPlain(cell.text()));
    }

    private static boolean isPlain(List<Span> text) {
        boolean bar = text.stream()
                .anyMatch(span -> (span.has(Mark.CODE) && span.text().contains("|"))
                        || (span.href() != null && span.href().contains("|")));
        return !bar && Spans.plain(text).indexOf('\n') < 0;
    }

    static String write(TableBlock table, Function<List<Span>, String> inline) {
        List<String> lines = table.rows().stream()
                .map(row ->
                        row.stream().map(TableCell::text).map(inline).collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.toList());
        lines.add(1, table.rows().get(0).stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |")));
        return String.join("\n", lines);
    }
}
