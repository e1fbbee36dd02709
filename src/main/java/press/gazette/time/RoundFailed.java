package press.gazette.time;

/** Event: a round of background work has failed. Fired for each failure. */
public record RoundFailed(RuntimeException failure) {}
