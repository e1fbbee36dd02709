/**
 * JSON as Gazette writes and reads it, in one place: absent means absent, instants are RFC 3339 in UTC, unknown fields are
 * refused. The only package that touches the JSON library beyond its annotations.
 */
@NullMarked
package press.gazette.json;

import org.jspecify.annotations.NullMarked;
