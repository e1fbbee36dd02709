package press.gazette.body.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Line;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.table.TableCell;
import press.gazette.body.table.TableGrid;
import press.gazette.problem.PrintableText;

/**
 * Rows and columns.
 *
 * @param rows at least one; each row lists the cells that begin in it, from left to right, as in HTML
 * @param headerRows the number of rows at the top that are column headers; absent: 0
 * @param headerColumns the number of columns at the start that are row headers; absent: 0
 * @param caption one line; absent: none
 * @param captionText the caption as inline text; absent if it has no marks or links
 */
@Schema(description = "Rows and columns.")
public record TableBlock(
        @Schema(description = "Each row is the cells that begin in it, as in HTML. Cells may be empty.")
        List<List<TableCell>> rows,

        @Schema(description = "So many rows at the top are headers. Absent: none.", minimum = "0", example = "1")
        @Nullable
        Integer headerRows,

        @Schema(description = "So many columns at the start are headers. Absent: none.", minimum = "0", example = "1")
        @Nullable
        Integer headerColumns,

        @Schema(description = "A line about the table. Absent: none.") @Nullable
        String caption,

        @Schema(description = "The caption as running text. Absent: it has no marks or links.") @Nullable
        List<Span> captionText)
        implements Block {

    public static final int MAX_ROWS = TableCell.MAX_ROWS;

    /** Grid places that the cells cover: a cell of two columns and three rows counts as six. */
    public static final int MAX_CELLS = 20_000;

    public TableBlock {
        requireRows(rows);
        requireCount("table.headerRows", headerRows);
        requireCount("table.headerColumns", headerColumns);
        int above = headerRows == null ? 0 : Math.min(headerRows, rows.size());
        rows = clipped(rows, above);
        requireBounds(rows);
        requireVisible(rows);
        headerRows = above == 0 ? null : above;
        int beside = above == rows.size() || headerColumns == null ? 0 : headerColumns;
        List<List<TableCell>> below = rows.subList(above, rows.size());
        int fixed = beside;
        int settled = fixed == 0 ? 0 : TableGrid.of(below).leading((cell, column) -> column < fixed);
        headerColumns = settled == 0 ? null : settled;
        Line line = Line.of("table.caption", caption, captionText);
        caption = line.plain();
        captionText = line.rich();
    }

    private static void requireCount(String component, @Nullable Integer count) {
        if (count != null && (count < 0 || count > MAX_ROWS)) {
            throw new IllegalArgumentException(
                    component + " must be 0 to " + MAX_ROWS + " or absent; this is " + count + ".");
        }
    }

    private static void requireRows(@Nullable List<List<TableCell>> rows) {
        if (rows == null || rows.isEmpty() || rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("table.rows must be a list of 1 to " + MAX_ROWS
                    + " rows, each a list of cells; this has " + (rows == null ? 0 : rows.size()) + ".");
        }
    }

    /**
     * Rejects a table with too many rows, cells or columns. Must precede its layout, whose size is that of all spans.
     *
     * @param rows cells that end with the table at the latest
     */
    public static void requireBounds(List<List<TableCell>> rows) {
        requireRows(rows);
        long cells = rows.stream()
                .flatMap(List::stream)
                .mapToLong(cell -> (long) cell.columns() * cell.rows())
                .sum();
        long columns = rows.stream()
                .mapToLong(row -> row.stream().mapToLong(TableCell::columns).sum())
                .max()
                .orElse(0);
        if (cells > MAX_CELLS || columns > TableCell.MAX_COLUMNS) {
            throw new IllegalArgumentException("table.rows must have at most " + MAX_CELLS + " cells and "
                    + TableCell.MAX_COLUMNS + " columns, spans counted; this has " + cells + " and " + columns + ".");
        }
    }

    /** True if a cell holds a visible character. */
    public static boolean isVisible(List<List<TableCell>> rows) {
        return rows.stream().flatMap(List::stream).anyMatch(cell -> PrintableText.isVisible(Spans.plain(cell.text())));
    }

    private static void requireVisible(List<List<TableCell>> rows) {
        if (!isVisible(rows)) {
            throw new IllegalArgumentException("table.rows must hold at least one visible character.");
        }
    }

    /** Shortens cells that reach beyond the header rows or beyond the last row. */
    private static List<List<TableCell>> clipped(List<List<TableCell>> rows, int above) {
        List<List<TableCell>> kept = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            int left = (at < above ? above : rows.size()) - at;
            List<TableCell> row = new ArrayList<>();
            for (TableCell cell : rows.get(at)) {
                row.add(cell.rows() > left ? new TableCell(cell.text(), cell.colspan(), left) : cell);
            }
            kept.add(List.copyOf(row));
        }
        return List.copyOf(kept);
    }

    @Override
    public Stream<Measure> measures() {
        long cells = rows.stream()
                .flatMap(List::stream)
                .mapToLong(cell -> (long) cell.columns() * cell.rows())
                .sum();
        return Stream.of(new Measure(Part.ROWS, "rows", rows.size()), new Measure(Part.CELLS, "rows", cells));
    }

    /** The caption as inline text; empty: none. */
    public List<Span> captionSpans() {
        return Line.spans(caption, captionText);
    }

    public int headerRowCount() {
        return headerRows == null ? 0 : headerRows;
    }

    public int headerColumnCount() {
        return headerColumns == null ? 0 : headerColumns;
    }

    private Stream<List<Span>> cells() {
        return rows.stream().flatMap(List::stream).map(TableCell::text);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.table(this);
    }

    /** Empty: the cells of a table do not count as words. */
    @Override
    public List<List<Span>> prose() {
        return List.of();
    }

    @Override
    public Stream<List<Span>> texts() {
        return Stream.concat(Stream.of(captionSpans()), cells());
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        List<List<TableCell>> changed = rows.stream()
                .map(row -> row.stream().map(cell -> cell.withText(change)).toList())
                .toList();
        return new TableBlock(changed, headerRows, headerColumns, null, change.apply(captionSpans()));
    }

    @Override
    public long length() {
        return cells().mapToLong(Spans::length).sum();
    }

    @Override
    public TableBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
