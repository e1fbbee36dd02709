/**
 * The entry points: the entry document, the API catalogue, the contract, the problem pages for programs and people, and
 * the reader site.
 */
@NullMarked
package press.gazette.door;

import org.jspecify.annotations.NullMarked;
