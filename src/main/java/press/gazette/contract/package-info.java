/**
 * The OpenAPI document: the build makes it from the resources and adds the headers, problems, groups and scopes that operations
 * have in common. {@code openapi/openapi.yaml} is the committed copy.
 */
@NullMarked
package press.gazette.contract;

import org.jspecify.annotations.NullMarked;
