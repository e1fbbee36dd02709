/**
 * JSON as Gazette writes and reads it: absent means absent, instants are RFC 3339 in UTC, unknown members are rejected.
 * Content from clients is parsed more strictly than stored columns, and all its faults are reported at once. Only this
 * package uses the JSON library beyond its annotations.
 */
@NullMarked
package press.gazette.json;

import org.jspecify.annotations.NullMarked;
