/**
 * The parts that all responses have in common: headers, the trace id, dates, entity tags, cache policy, links,
 * and problems as JSON (RFC 9457).
 */
@NullMarked
package press.gazette.response;

import org.jspecify.annotations.NullMarked;
