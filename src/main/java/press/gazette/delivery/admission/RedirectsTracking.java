package press.gazette.delivery.admission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource whose addresses people pass on: newsletters and social networks put parameters of their own behind them.
 * Such a request is redirected to the address without those; every other unknown parameter is refused as everywhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RedirectsTracking {}
