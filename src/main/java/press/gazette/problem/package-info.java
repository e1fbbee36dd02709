/**
 * What can go wrong, said once: each {@link press.gazette.problem.ProblemType} has a code, a meaning and a remedy. Nothing
 * here knows HTTP; {@code delivery} turns a problem into a status and a body (RFC 9457).
 */
@NullMarked
package press.gazette.problem;

import org.jspecify.annotations.NullMarked;
