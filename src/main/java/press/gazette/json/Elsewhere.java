package press.gazette.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of members that a record does not have, and that clients look for, where what they mean is written. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Elsewhere {

    /** The names of such members. */
    String[] members();

    /** Where it is written, in a sentence. */
    String detail();
}
