package press.gazette.body.assembly;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Span;

/** An open quotation or list, which gathers lines until it is closed. */
interface LineCollector {

    /** Adds a line, which is in normal form and not empty. */
    void extend(List<Span> line);

    /** Begins a list within this quotation or list. */
    void openList(boolean ordered, int first);

    void closeList();

    void item(@Nullable Integer number);

    void attribute(List<Span> name);

    /** Makes blocks of the lines gathered so far. More lines may follow. */
    void flush();
}
