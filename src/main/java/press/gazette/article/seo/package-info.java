/** The texts and the picture of an article for search engines and social networks. */
@NullMarked
package press.gazette.article.seo;

import org.jspecify.annotations.NullMarked;
