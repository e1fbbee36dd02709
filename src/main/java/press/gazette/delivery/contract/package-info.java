/**
 * What the contract says of every operation beside what its resource says: headers, problems, groups, scopes. It is made of
 * the code when it is built, and {@code openapi/openapi.yaml} is what was made last.
 */
@NullMarked
package press.gazette.delivery.contract;

import org.jspecify.annotations.NullMarked;
