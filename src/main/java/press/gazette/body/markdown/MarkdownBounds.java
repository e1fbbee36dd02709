package press.gazette.body.markdown;

import press.gazette.body.assembly.BodyBounds;
import press.gazette.body.table.TableCell;

/**
 * The bounds that Markdown is checked against before it is parsed. They limit syntax that costs the parser more than
 * its length.
 */
final class MarkdownBounds {

    /**
     * Delimiters of a document, far more than the longest article has. Each costs time, and the parser compares some of
     * them with all those before them. A run of asterisks counts as one; an HTML tag, which a second parser reads,
     * counts as four.
     */
    static final int MOST_DELIMITERS = 20_000;

    /** Lines of a document: two for each block that a body may have, and as many again. */
    static final int MOST_LINES = 4 * BodyBounds.BLOCKS;

    /** Cells that the parser may create: the lines of the text times the columns of its widest table. */
    static final long MOST_CELLS = 500_000;

    private static final String DELIMITERS = "*_`[]<~";
    private static final int WEIGHT_OF_HTML = 4;

    /**
     * All characters that the line below a table's header can hold, including those of enclosing lists and quotations.
     */
    private static final String RULE = "|:-> \t+*.)0123456789";

    private MarkdownBounds() {}

    static void require(String markdown) {
        int delimiters = 0;
        int lines = 0;
        int columns = 0;
        int bars = 0;
        boolean rule = true;
        char before = '\n';
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            boolean counts = DELIMITERS.indexOf(c) >= 0 && (c != before || c == '[' || c == ']' || c == '<');
            delimiters += counts ? (c == '<' ? WEIGHT_OF_HTML : 1) : 0;
            if (c == '\n' || c == '\r') {
                lines += c == '\n' || before != '\n' ? 1 : 0;
                columns = rule ? Math.max(columns, bars + 1) : columns;
                bars = 0;
                rule = true;
            } else {
                bars += c == '|' ? 1 : 0;
                rule = rule && RULE.indexOf(c) >= 0;
            }
            before = c;
        }
        columns = rule ? Math.max(columns, bars + 1) : columns;
        if (delimiters > MOST_DELIMITERS || lines > MOST_LINES) {
            throw new IllegalArgumentException("markdown must have at most " + MOST_DELIMITERS
                    + " delimiters (such as * or [; a < counts for " + WEIGHT_OF_HTML + ") and " + MOST_LINES
                    + " lines; this has " + delimiters + " and " + lines + ".");
        }
        boolean wide = columns > 2 && (columns > TableCell.MAX_COLUMNS + 2 || (long) columns * lines > MOST_CELLS);
        if (wide) {
            throw new IllegalArgumentException("markdown must have tables of at most " + TableCell.MAX_COLUMNS
                    + " columns, and at most " + MOST_CELLS
                    + " cells, the columns of the widest times all lines; this has "
                    + columns + " columns and " + lines + " lines.");
        }
    }
}
