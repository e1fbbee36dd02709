package press.gazette.admission.resource;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;

import press.gazette.admission.resource.Resources.Resource;

/**
 * The methods of each path: the response to OPTIONS and every 405 list them in Allow (RFC 9110 §15.5.6). Likewise the media
 * types that a method reads, which a 415 lists (§15.5.16), and those that it writes, which a 406 lists (§15.5.7).
 */
@Singleton
public final class AllowedMethods {

    private record Route(Pattern path, Resource resource) {}

    private final List<Route> routes;

    AllowedMethods(Resources resources) {
        routes = resources.all().stream()
                .map(resource -> new Route(resource.pattern(), resource))
                .toList();
    }

    /** The methods of a path, such as GET, HEAD and OPTIONS; empty if there is no resource. */
    public SortedSet<String> of(String path) {
        SortedSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.path.matcher(path).matches()) {
                methods.add(route.resource.method());
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

    /** The media types that a method of a path reads, such as {@code application/json}; empty if it reads nothing. */
    public String read(String path, String method) {
        return types(path, method, Resource::reads);
    }

    /** The media types that a method of a path writes; empty if its class does not name them. HEAD writes those of GET. */
    public String written(String path, String method) {
        return types(path, method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method, Resource::writes);
    }

    private String types(String path, String method, Function<Resource, List<String>> types) {
        return routes.stream()
                .filter(route -> route.resource.method().equals(method)
                        && route.path.matcher(path).matches())
                .flatMap(route -> types.apply(route.resource).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** True if the content of a request with this method may be a file. */
    public boolean takesFiles(String path, String method) {
        return routes.stream()
                .anyMatch(route -> route.resource.files()
                        && route.resource.method().equals(method)
                        && route.path.matcher(path).matches());
    }

    /** The templates of all resources, such as {@code /v1/articles/{ref}}. */
    public Set<String> templates() {
        return routes.stream().map(route -> route.resource.template()).collect(Collectors.toUnmodifiableSet());
    }
}
