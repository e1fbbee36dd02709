package press.gazette.change;

import java.util.List;

/** Told on the node itself as soon as its own changes are committed, before anybody hears of the commit. */
public record Committed(List<Touch> touches) {}
