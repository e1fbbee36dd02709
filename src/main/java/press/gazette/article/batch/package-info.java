/** Many writes to articles in one request, for imports and for tools that tidy up. */
@org.jspecify.annotations.NullMarked
package press.gazette.article.batch;
