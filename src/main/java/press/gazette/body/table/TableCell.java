package press.gazette.body.table;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * One cell of a table.
 *
 * @param text inline text; empty for an empty cell
 * @param colspan the number of columns that the cell covers; absent: 1
 * @param rowspan the number of rows that the cell covers; absent: 1
 */
@Schema(description = "One cell.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableCell(
        @Schema(description = "Running text. Empty: an empty cell.")
        List<Span> text,

        @Schema(description = "The columns that it takes. Absent: 1.", minimum = "1", example = "2") @Nullable
        Integer colspan,

        @Schema(description = "The rows that it takes. Absent: 1.", minimum = "1", example = "2") @Nullable
        Integer rowspan) {

    /** Columns of a table, which browsers still lay out; also the most that one cell may span. */
    public static final int MAX_COLUMNS = 200;

    public static final int MAX_ROWS = 2_000;

    public TableCell {
        text = text == null ? List.of() : Spans.normal(text);
        colspan = spanned("table.rows.colspan", colspan, MAX_COLUMNS);
        rowspan = spanned("table.rows.rowspan", rowspan, MAX_ROWS);
    }

    public static TableCell of(List<Span> text) {
        return new TableCell(text, null, null);
    }

    private static @Nullable Integer spanned(String component, @Nullable Integer span, int most) {
        if (span != null && (span < 1 || span > most)) {
            throw new IllegalArgumentException(
                    component + " must be 1 to " + most + " or absent; this is " + span + ".");
        }
        return span == null || span == 1 ? null : span;
    }

    /** A copy with its text changed. */
    public TableCell withText(UnaryOperator<List<Span>> change) {
        return new TableCell(change.apply(text), colspan, rowspan);
    }

    public int columns() {
        return colspan == null ? 1 : colspan;
    }

    public int rows() {
        return rowspan == null ? 1 : rowspan;
    }
}
