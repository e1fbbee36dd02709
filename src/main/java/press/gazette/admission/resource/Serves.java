package press.gazette.admission.resource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the kind of a resource. On a class it holds for all methods, and for addresses below the path of the class that no
 * resource has; a method of another kind has an annotation of its own.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Serves {

    Kind value();

    /**
     * True if a slash at the end of the address is accepted, since people type it: the resource redirects to the address
     * without. All other resources reject it with 400.
     */
    boolean lastSlash() default false;

    /**
     * True if the content may be a file, which the resource reads piece by piece and bounds itself. All other contents are
     * bounded before they are read.
     */
    boolean files() default false;
}
