/**
 * Articles at the desk: the resources that read and write drafts, revisions and corrections. The rules are in the article; the
 * resources name the scope of each request and its response.
 */
@NullMarked
package press.gazette.article.desk;

import org.jspecify.annotations.NullMarked;
