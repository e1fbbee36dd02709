package press.gazette.body;

import java.util.List;

import press.gazette.body.assembly.Loss;

/**
 * A body as read from a document.
 *
 * @param losses the parts of the document that a body cannot hold, in the order of their first appearance
 */
public record BodyReading(Body body, List<Loss> losses) {}
