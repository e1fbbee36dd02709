/**
 * Rejections and failures. Each {@link press.gazette.problem.ProblemType} has a code, a meaning and a remedy, written
 * once. Nothing here knows HTTP; {@code response} turns a problem into a status and a body (RFC 9457).
 */
@NullMarked
package press.gazette.problem;

import org.jspecify.annotations.NullMarked;
