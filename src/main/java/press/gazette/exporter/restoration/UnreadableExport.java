package press.gazette.exporter.restoration;

import java.util.List;

/** An export that cannot be imported. Nothing of it is stored. */
public final class UnreadableExport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * A mistake in the file.
     *
     * @param line from 1; 0: the file as a whole
     */
    public record Fault(int line, String detail) {

        @Override
        public String toString() {
            return line == 0 ? detail : "Line " + line + ": " + detail;
        }
    }

    UnreadableExport(List<Fault> faults) {
        super(faults.get(0).toString());
        this.faults = List.copyOf(faults);
    }

    static UnreadableExport at(int line, String detail) {
        return new UnreadableExport(List.of(new Fault(line, detail)));
    }

    /** The first mistakes, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
