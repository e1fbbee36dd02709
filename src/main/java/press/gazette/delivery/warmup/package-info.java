/** What a node does before it takes requests, so that the first ones are not the slow ones. */
@NullMarked
package press.gazette.delivery.warmup;

import org.jspecify.annotations.NullMarked;
