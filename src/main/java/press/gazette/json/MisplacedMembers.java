package press.gazette.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names members that clients look for in a record but that belong to another place, and says where. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MisplacedMembers {

    /** The names of the members. */
    String[] members();

    /** The place where they belong, as a sentence. */
    String detail();
}
