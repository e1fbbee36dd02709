/**
 * The article: its text, its states and dates, and its tags in editorial order. The visibility to readers is defined once, in
 * {@link press.gazette.article.Visibility}, and every query for readers uses that definition.
 */
@NullMarked
package press.gazette.article;

import org.jspecify.annotations.NullMarked;
