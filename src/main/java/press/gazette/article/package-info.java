/**
 * The article: its states and dates, its tags in editorial order, its listing and its address. What readers may see is
 * defined once, in {@link press.gazette.article.Visibility}, and every query for readers carries that definition.
 */
@NullMarked
package press.gazette.article;

import org.jspecify.annotations.NullMarked;
