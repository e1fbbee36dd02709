package press.gazette.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record whose components exclude each other, such as the formats of a body. A merge patch that sets one of
 * them removes the others; otherwise a client would have to remove a member by name that it never saw.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExclusiveMembers {}
