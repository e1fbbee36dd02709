/** The moves that show an article to readers or hide it: publication, schedule, embargo, expiry and withdrawal, each a resource. */
@NullMarked
package press.gazette.article.publication;

import org.jspecify.annotations.NullMarked;
