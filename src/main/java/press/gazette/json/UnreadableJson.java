package press.gazette.json;

/** What a client sent is not JSON of the kind that is read here. */
public final class UnreadableJson extends Exception {

    private final String pointer;

    UnreadableJson(String pointer, String detail) {
        super(detail, null, false, false);
        this.pointer = pointer;
    }

    /** The place of the fault (RFC 6901); empty: the whole content. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong there, in a sentence for the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
