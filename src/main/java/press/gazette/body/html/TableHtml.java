package press.gazette.body.html;

import java.util.List;

import press.gazette.body.block.TableBlock;
import press.gazette.body.table.TableCell;
import press.gazette.body.table.TableGrid;

/** Writes a table as HTML. Headers at the top have the scope of their column, headers at the side that of their row. */
final class TableHtml {

    private TableHtml() {}

    static String of(TableBlock table) {
        boolean single = table.headerColumnCount() == 0
                && table.rows().subList(0, table.headerRowCount()).stream().allMatch(List::isEmpty)
                && table.rows().stream().allMatch(row -> row.size() < 2);
        StringBuilder html = new StringBuilder("<table" + (single ? " " + DataAttribute.TABLE + "=\"\"" : "") + ">");
        if (!table.captionSpans().isEmpty()) {
            html.append(InlineHtml.in("caption", table.captionSpans()));
        }
        int headerRows = table.headerRowCount();
        if (headerRows > 0) {
            html.append("<thead>");
            table.rows().subList(0, headerRows).forEach(row -> {
                html.append("<tr>");
                row.forEach(cell -> html.append(cell(cell, "th", InlineHtml.attribute("scope", "col"))));
                html.append("</tr>");
            });
            html.append("</thead>");
        }
        List<List<TableCell>> below =
                table.rows().subList(headerRows, table.rows().size());
        if (!below.isEmpty()) {
            html.append("<tbody>")
                    .append(below(below, table.headerColumnCount()))
                    .append("</tbody>");
        }
        return html.append("</table>").toString();
    }

    private static String below(List<List<TableCell>> rows, int headerColumns) {
        StringBuilder html = new StringBuilder();
        TableGrid grid = headerColumns == 0 ? null : TableGrid.of(rows);
        for (int at = 0; at < rows.size(); at++) {
            List<TableCell> row = rows.get(at);
            List<Integer> columns = grid == null ? List.of() : grid.columns(at);
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean header = i < columns.size() && columns.get(i) < headerColumns;
                html.append(
                        header
                                ? cell(row.get(i), "th", InlineHtml.attribute("scope", "row"))
                                : cell(row.get(i), "td", ""));
            }
            html.append("</tr>");
        }
        return html.toString();
    }

    private static String cell(TableCell cell, String name, String scope) {
        String attributes = scope
                + InlineHtml.attribute("colspan", cell.colspan())
                + InlineHtml.attribute("rowspan", cell.rowspan());
        return InlineHtml.in(name, attributes, cell.text());
    }
}
