package press.gazette.database;

/** Event: the database has stopped responding. Fired once for each outage. */
public record PulseLost() {}
