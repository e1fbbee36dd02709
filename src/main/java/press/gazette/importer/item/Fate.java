package press.gazette.importer.item;

/** The state that an article has here. Whatever a format does not clearly call public is a draft. */
public enum Fate {
    DRAFT,
    PUBLISHED,

    /** To be published at a later time. */
    SCHEDULED,

    /** A draft with an embargo that only an editor ends: it was private, protected or for members there. */
    HIDDEN,

    /** The source holds it back until further notice: an embargo that only an editor ends, edited here or not. */
    WITHHELD,

    /** The source has taken it back: it is withdrawn here too, edited or not. */
    WITHDRAWN
}
