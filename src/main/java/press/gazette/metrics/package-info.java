/**
 * Metrics for operators: help texts, the buckets of response times, and gauges of the node as a whole. All other
 * metrics are registered where they arise.
 */
@NullMarked
package press.gazette.metrics;

import org.jspecify.annotations.NullMarked;
