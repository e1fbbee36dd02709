package press.gazette.body.table;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The places of cells in the layout of a browser. A cell with spans pushes later cells to the right. */
public final class TableGrid {

    /** Tells headers by a cell and the column, from 0, in which it begins. */
    @FunctionalInterface
    public interface Heading {
        boolean isHeader(TableCell cell, int column);
    }

    private record Place(TableCell cell, int column) {}

    /** The cell at each column of each row; null at empty places. */
    private final List<List<@Nullable Place>> places = new ArrayList<>();

    private TableGrid() {}

    public static TableGrid of(List<List<TableCell>> rows) {
        TableGrid grid = new TableGrid();
        rows.forEach(row -> grid.places.add(new ArrayList<>()));
        for (int at = 0; at < rows.size(); at++) {
            int column = 0;
            for (TableCell cell : rows.get(at)) {
                while (grid.at(at, column) != null) {
                    column++;
                }
                grid.put(at, column, cell);
                column += cell.columns();
            }
        }
        return grid;
    }

    /** The columns, from 0, in which the cells of a row begin, in order. */
    @SuppressWarnings("ReferenceEquality") // equal cells in two rows are two cells
    public List<Integer> columns(int row) {
        List<Integer> columns = new ArrayList<>();
        List<@Nullable Place> line = places.get(row);
        for (int column = 0; column < line.size(); column++) {
            Place place = line.get(column);
            boolean begins = place != null && place.column() == column && (row == 0 || at(row - 1, column) != place);
            if (begins) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** The number of columns in the widest row. */
    public int width() {
        return places.stream().mapToInt(List::size).max().orElse(0);
    }

    /** True if every place has a cell of its own. */
    public boolean isRegular() {
        int width = width();
        return places.stream()
                .allMatch(row -> row.size() == width && row.stream().allMatch(TableGrid::isSingle));
    }

    /** The number of columns at the start that hold only headers. Empty places do not count. */
    public int leading(Heading heading) {
        int width = width();
        for (int column = 0; column < width; column++) {
            int at = column;
            boolean all = places.stream().allMatch(row -> {
                Place place = at < row.size() ? row.get(at) : null;
                return place == null || heading.isHeader(place.cell(), place.column());
            });
            if (!all) {
                return column;
            }
        }
        return width;
    }

    private static boolean isSingle(@Nullable Place place) {
        return place != null && place.cell().columns() == 1 && place.cell().rows() == 1;
    }

    private @Nullable Place at(int row, int column) {
        List<@Nullable Place> line = places.get(row);
        return column < line.size() ? line.get(column) : null;
    }

    private void put(int row, int column, TableCell cell) {
        Place place = new Place(cell, column);
        int last = Math.min(places.size(), row + cell.rows());
        for (int y = row; y < last; y++) {
            List<@Nullable Place> line = places.get(y);
            while (line.size() < column + cell.columns()) {
                line.add(null);
            }
            for (int x = column; x < column + cell.columns(); x++) {
                if (line.get(x) == null) {
                    line.set(x, place);
                }
            }
        }
    }
}
