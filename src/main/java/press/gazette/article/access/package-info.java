/**
 * The access to an article: the readers it is for, and the part that everybody reads. Gazette does not know readers: it gives the
 * whole to those who have the scope {@code content:full}, and they decide.
 */
@NullMarked
package press.gazette.article.access;

import org.jspecify.annotations.NullMarked;
