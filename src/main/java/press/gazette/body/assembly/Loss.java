package press.gazette.body.assembly;

/**
 * A part of a document that a body cannot hold.
 *
 * @param what the name of an element or of a kind of content: {@code script}, {@code form}, {@code link}, or a character's code
 *     point: {@code U+0007}
 * @param count the number of times, at least 1
 * @param near the first words in or after the first occurrence, at most {@value Losses#NEAR} characters; empty: no
 *     words
 */
public record Loss(String what, int count, String near) {}
