package press.gazette.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record whose components exclude each other, such as the formats in which a body may come in. A merge patch that
 * gives one of them thereby takes the others away; without this a client would have to remove by name what it never saw.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Alternatives {}
