package press.gazette.body.assembly;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Span;

/** Collects the lines of an open quotation or list, and makes blocks of them. */
interface LineCollector {

    /** Adds a line, which is in normal form and not empty. */
    void extend(List<Span> line);

    /** Begins a list within this quotation or list; false if that holds no lists, so that the items become lines. */
    boolean openList(boolean ordered, int first);

    void closeList();

    void item(@Nullable Integer number);

    void attribute(List<Span> name);

    /** Makes blocks of the lines so far. More lines may follow. */
    void flush();
}
