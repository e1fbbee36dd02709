/**
 * An article as a document for programs other than clients of the API: schema.org's JSON-LD for search engines, Markdown with
 * front matter for static sites and language models. JSON-LD names the publisher of the site document.
 */
@NullMarked
package press.gazette.document;

import org.jspecify.annotations.NullMarked;
