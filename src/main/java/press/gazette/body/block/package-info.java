/** The types of block, one file each, named as in the contract. */
@NullMarked
package press.gazette.body.block;

import org.jspecify.annotations.NullMarked;
