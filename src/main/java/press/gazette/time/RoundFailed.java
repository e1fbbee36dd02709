package press.gazette.time;

/** A round of background work has failed; fired for each. */
public record RoundFailed(RuntimeException failure) {}
