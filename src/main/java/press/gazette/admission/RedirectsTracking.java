package press.gazette.admission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource whose addresses people pass on: newsletters and social networks append parameters of their own. Such a request
 * is redirected to the address without them; all other unknown parameters are rejected as everywhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RedirectsTracking {}
