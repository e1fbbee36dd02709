package press.gazette.desk;

/** What a PUT has done: what it puts there may not have been there before (RFC 9110 §9.3.4). */
public enum Outcome {
    /** Answered with 201. */
    CREATED,
    /** Answered with 200. */
    CHANGED;

    /** What it is when something of the kind was there already, or was not. */
    public static Outcome of(boolean wasThere) {
        return wasThere ? CHANGED : CREATED;
    }
}
