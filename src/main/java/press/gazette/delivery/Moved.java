package press.gazette.delivery;

/** The thing asked for is at another address now; answered with 308 and the same query (RFC 9110 §15.4.9). */
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
