/**
 * Articles before their readers see them: the working draft in the very shape that readers will get, for those who have a
 * link that the desk has signed, or a key with the scope {@code preview:read}.
 */
@org.jspecify.annotations.NullMarked
package press.gazette.article.preview;
