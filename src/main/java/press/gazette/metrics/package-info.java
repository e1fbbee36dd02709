/**
 * What operators measure: help texts, the buckets of response times, and what a node says of itself as a whole. All other
 * metrics are registered where they arise.
 */
@NullMarked
package press.gazette.metrics;

import org.jspecify.annotations.NullMarked;
