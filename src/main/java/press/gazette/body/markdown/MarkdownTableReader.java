package press.gazette.body.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

import press.gazette.body.block.Block;
import press.gazette.body.block.TableBlock;
import press.gazette.body.table.TableCell;

/** Reads GFM tables as blocks: one row of headers, then further rows. */
final class MarkdownTableReader {

    private MarkdownTableReader() {}

    /** The table; empty if nothing in it is visible. */
    static Optional<Block> read(org.commonmark.ext.gfm.tables.TableBlock table, MarkdownReader reader) {
        List<List<TableCell>> rows = new ArrayList<>();
        int headerRows = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<TableCell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(TableCell.of(reader.text(cell)));
                }
                rows.add(cells);
                headerRows += part instanceof TableHead ? 1 : 0;
            }
        }
        return TableBlock.isVisible(rows)
                ? Optional.of(new TableBlock(rows, headerRows, null, null, null))
                : Optional.empty();
    }
}
