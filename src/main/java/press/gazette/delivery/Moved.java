package press.gazette.delivery;

/** The resource has a new address: a redirect (308) with the same query (RFC 9110 §15.4.9). */
public final class Moved extends RuntimeException {

    private final String path;

    /** @param path from the root, already percent-encoded */
    public Moved(String path) {
        super(path, null, false, false);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
