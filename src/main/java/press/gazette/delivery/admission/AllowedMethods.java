package press.gazette.delivery.admission;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/**
 * Knows which methods a path has: OPTIONS tells them, and a 405 must carry them as Allow (RFC 9110 §15.5.6); and which
 * media types they read, which a 415 should tell (§15.5.16).
 */
@Singleton
public final class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** The API's description, whose paths are not made of segments. */
    private static final Pattern DESCRIPTION = Pattern.compile("/q/.*");

    private record Route(String template, Pattern path, String method, List<String> reads) {}

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        routes.add(new Route("", DESCRIPTION, HttpMethod.GET, List.of()));
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                Arrays.stream(bean.getBeanClass().getDeclaredMethods()).forEach(method -> add(path.value(), method));
            }
        }
    }

    /** The methods of a path, such as GET, HEAD and OPTIONS; empty: there is nothing. */
    public SortedSet<String> of(String path) {
        SortedSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.path.matcher(path).matches()) {
                methods.add(route.method);
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    /** What a method of a path reads, such as {@code application/json}; empty when it reads nothing. */
    public String read(String path, String method) {
        return routes.stream()
                .filter(route ->
                        route.method.equals(method) && route.path.matcher(path).matches())
                .flatMap(route -> route.reads.stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The templates of all resources, such as {@code /v1/articles/{ref}}. */
    Set<String> templates() {
        return routes.stream().map(Route::template).collect(Collectors.toUnmodifiableSet());
    }

    private void add(String base, Method method) {
        Path path = method.getAnnotation(Path.class);
        String template = (base + (path == null ? "" : "/" + path.value())).replaceAll("/+", "/");
        Pattern pattern = Pattern.compile(VARIABLE.matcher(template).replaceAll("[^/]+"));
        Consumes consumes = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .orElseGet(() -> method.getDeclaringClass().getAnnotation(Consumes.class));
        List<String> reads = consumes == null ? List.of() : List.of(consumes.value());
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (name != null) {
                routes.add(new Route(template, pattern, name.value(), reads));
            }
        }
    }
}
