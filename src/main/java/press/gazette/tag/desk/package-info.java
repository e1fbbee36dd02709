/**
 * The vocabulary as editors keep it: tags in all states, written as drafts. Nobody puts a tag above one that is above it, and
 * readers hear of nothing that they cannot see.
 */
@NullMarked
package press.gazette.tag.desk;

import org.jspecify.annotations.NullMarked;
