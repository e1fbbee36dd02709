package press.gazette.database;

/** The database does not answer any more; fired once each time that this begins. */
public record PulseLost() {}
