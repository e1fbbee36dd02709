/**
 * Previews: the working draft in the form that readers will get, for holders of a link that the desk has signed, or of a key
 * with the scope {@code preview:read}.
 */
@org.jspecify.annotations.NullMarked
package press.gazette.article.preview;
