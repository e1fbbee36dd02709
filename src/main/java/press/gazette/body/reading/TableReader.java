package press.gazette.body.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.body.block.TableBlock;
import press.gazette.body.html.DataAttribute;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.reading.DocumentIndex.FigureContent;
import press.gazette.body.table.TableCell;
import press.gazette.body.table.TableGrid;

/**
 * Reads a table of a document. A table that lays out a page, with headings, boxes or tables in it, is read piece by
 * piece instead.
 */
final class TableReader {

    private static final String DIGITS = "[0-9]{1,9}";

    private final DocumentContext context;
    private final List<Element> head = new ArrayList<>();
    private final List<Element> rows = new ArrayList<>();
    private final List<Element> foot = new ArrayList<>();

    /** Cells that the document marks as headers, by identity, since two cells may be equal. */
    private final Set<TableCell> headers = Collections.newSetFromMap(new IdentityHashMap<>());

    private TableReader(DocumentContext context) {
        this.context = context;
    }

    static Optional<Block> read(FigureContent table, DocumentContext context) {
        if (table.layout || !table.frames.isEmpty() || !table.players.isEmpty()) {
            reportData(table, context);
            return Optional.empty();
        }
        return new TableReader(context).table(table);
    }

    /** Reports a table as a loss if a caption or headers show that it does not lay out a page. */
    private static void reportData(FigureContent table, DocumentContext context) {
        Element caption = caption(table);
        Element named = caption == null && table.headers > 0 ? table.element.selectFirst("th") : caption;
        if (named != null) {
            context.reportLoss(table.element, ElementText.of(named));
        }
    }

    private Optional<Block> table(FigureContent content) {
        collect(content.element);
        List<Element> all = new ArrayList<>(head);
        all.addAll(rows);
        all.addAll(foot);
        boolean single = all.stream().allMatch(row -> row.childrenSize() < 2);
        if (all.isEmpty() || (single && content.headers == 0 && !content.element.hasAttr(DataAttribute.TABLE))) {
            reportData(content, context);
            return Optional.empty();
        }
        int headerRows = headerRows(all);
        List<List<TableCell>> cells = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            int left = (at < headerRows ? headerRows : all.size()) - at;
            cells.add(cells(all.get(at), left));
        }
        if (!TableBlock.isVisible(cells)) {
            return Optional.empty();
        }
        TableBlock.requireBounds(cells);
        int headerColumns =
                TableGrid.of(cells.subList(headerRows, cells.size())).leading((cell, column) -> headers.contains(cell));
        Element caption = caption(content);
        Line line = Line.of("table.caption", caption == null ? List.of() : context.line(caption, null));
        return Optional.of(new TableBlock(
                strong(cells, headerRows, headerColumns), headerRows, headerColumns, line.plain(), line.rich()));
    }

    private static @Nullable Element caption(FigureContent content) {
        return content.element.children().stream()
                .filter(child -> child.nameIs("caption"))
                .findFirst()
                .orElse(null);
    }

    private void collect(Element table) {
        for (Element child : table.children()) {
            switch (child.normalName()) {
                case "thead" -> add(child, head);
                case "tbody" -> add(child, rows);
                case "tfoot" -> add(child, foot);
                case "tr" -> rows.add(child);
                default -> {
                    // Captions are read separately; columns hold no text.
                }
            }
        }
    }

    private static void add(Element part, List<Element> rows) {
        part.children().stream().filter(child -> child.nameIs("tr")).forEach(rows::add);
    }

    /** The number of header rows at the top: those of the thead, or else those with header cells only. */
    private int headerRows(List<Element> all) {
        if (!head.isEmpty()) {
            return head.size();
        }
        int headerRows = 0;
        while (headerRows < all.size() && all.size() > 1 && isHeader(all.get(headerRows))) {
            headerRows++;
        }
        return headerRows == all.size() ? 0 : headerRows;
    }

    private static boolean isHeader(Element row) {
        return row.childrenSize() > 0
                && row.children().stream()
                        .allMatch(
                                cell -> cell.nameIs("th") && !cell.attr("scope").equals("row"));
    }

    /** @param left the rows from this one to the end of the headers or of the table, at which every cell ends */
    private List<TableCell> cells(Element row, int left) {
        List<TableCell> cells = new ArrayList<>();
        for (Element child : row.children()) {
            if (child.nameIs("td") || child.nameIs("th")) {
                TableCell cell = new TableCell(
                        child.childNodeSize() == 0 ? List.of() : context.text(child),
                        span(child, "colspan", TableCell.MAX_COLUMNS),
                        span(child, "rowspan", Math.min(left, TableCell.MAX_ROWS)));
                cells.add(cell);
                if (child.nameIs("th")) {
                    headers.add(cell);
                }
            }
        }
        return cells;
    }

    private static int span(Element cell, String attribute, int most) {
        String digits = cell.attr(attribute).strip();
        return digits.matches(DIGITS) ? Math.max(1, Math.min(most, Integer.parseInt(digits))) : 1;
    }

    /**
     * Makes header cells in the middle of a table strong text, because a block has headers only at the top and the
     * start.
     */
    private List<List<TableCell>> strong(List<List<TableCell>> rows, int headerRows, int headerColumns) {
        TableGrid grid = TableGrid.of(rows.subList(headerRows, rows.size()));
        List<List<TableCell>> strong = new ArrayList<>(rows.subList(0, headerRows));
        for (int at = headerRows; at < rows.size(); at++) {
            List<Integer> columns = grid.columns(at - headerRows);
            List<TableCell> row = new ArrayList<>();
            for (int i = 0; i < rows.get(at).size(); i++) {
                TableCell cell = rows.get(at).get(i);
                boolean within = i < columns.size() && columns.get(i) >= headerColumns;
                row.add(within && headers.contains(cell) ? strong(cell) : cell);
            }
            strong.add(row);
        }
        return strong;
    }

    private static TableCell strong(TableCell cell) {
        List<Span> text = cell.text().stream()
                .map(span -> Style.of(span).with(Mark.STRONG).span(span.text()))
                .toList();
        return new TableCell(text, cell.colspan(), cell.rowspan());
    }
}
