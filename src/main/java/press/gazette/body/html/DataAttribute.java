package press.gazette.body.html;

/**
 * The attributes that {@link HtmlWriter} sets for properties that HTML has no element for. The readers read them back.
 */
public final class DataAttribute {

    /** The provider of an embed, on its figure. */
    public static final String EMBED = "data-embed";

    /** Marks the figure of a gallery; without a value. */
    public static final String GALLERY = "data-gallery";

    /** The place of a picture, on its figure. */
    public static final String ROLE = "data-role";

    /** The id of a picture, film, sound or file among the newsroom's media. */
    public static final String MEDIA = "data-media";

    /** The id of the article that a link leads to, on its anchor. */
    public static final String ARTICLE = "data-article";

    /** The duration of a film or sound, in seconds. */
    public static final String DURATION = "data-duration";

    /** The media type of a file, on its figure; empty: unknown. */
    public static final String FILE = "data-file";

    /** The size of a file, in bytes. */
    public static final String SIZE = "data-size";

    public static final String WIDTH = "data-width";

    public static final String HEIGHT = "data-height";

    /** The kind of a box, on its aside. */
    public static final String BOX = "data-box";

    /** Marks a table of one column without headers, which would otherwise be read as page layout; without a value. */
    public static final String TABLE = "data-table";

    /** Marks the section of footnotes; without a value. */
    public static final String NOTES = "data-notes";

    /** Marks the transcript of a film or sound; without a value. */
    public static final String TRANSCRIPT = "data-transcript";

    private DataAttribute() {}
}
