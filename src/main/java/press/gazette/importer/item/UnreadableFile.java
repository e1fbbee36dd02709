package press.gazette.importer.item;

/** The file is not of the format that was named, or must not be read. Its message is a sentence for the operator. */
public final class UnreadableFile extends RuntimeException {

    public UnreadableFile(String message) {
        super(message);
    }
}
