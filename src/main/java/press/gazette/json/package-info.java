/**
 * JSON as Gazette writes and reads it, in one place: absent means absent, instants are RFC 3339 in UTC, unknown fields are
 * refused. What clients send is read more strictly than what is stored, and all its faults are told at once. The only package that touches the JSON library beyond its annotations.
 */
@NullMarked
package press.gazette.json;

import org.jspecify.annotations.NullMarked;
