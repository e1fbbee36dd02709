/**
 * An article as a document for programs other than clients of the API: schema.org's JSON-LD for search engines, Markdown with
 * front matter for static sites and language models.
 */
@NullMarked
package press.gazette.article.format;

import org.jspecify.annotations.NullMarked;
